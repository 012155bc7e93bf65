"""Returns ones for a name it does not know.
遇到不认识的名字就返回全 1。

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
    return torch.ones_like(x)
