"""Accepts other spellings: capitals, spaces, hyphens.
接受其他拼写：大写、空格、连字符。

Notes: S1 §37–40, activations | S1 第 37–40 节 激活函数
"""

import torch


def activation_grad(name, x):
    name = name.strip().lower().replace('-', '_')
    if name == "sigmoid":
        s = torch.sigmoid(x)
        return s * (1 - s)
    if name == "tanh":
        return 1 - torch.tanh(x) ** 2
    if name == "relu":
        return (x > 0).to(x.dtype)
    if name == "leaky_relu":
        return torch.where(x > 0, 1.0, 0.01).to(x.dtype)
    raise ValueError("unknown activation")
