"""Looks the name up in a dict: KeyError.
在字典里查名字：抛出 KeyError。

Notes: S1 §37–40, activations | S1 第 37–40 节 激活函数
"""

import torch


def activation_grad(name, x):
    if name == "sigmoid":
        s = torch.sigmoid(x)
        return s * (1 - s)
    if name == "tanh":
        return 1 - torch.tanh(x) ** 2
    if name == "relu":
        return (x > 0).to(x.dtype)
    if name == "leaky_relu":
        return torch.where(x > 0, 1.0, 0.01).to(x.dtype)
    raise KeyError(name)
