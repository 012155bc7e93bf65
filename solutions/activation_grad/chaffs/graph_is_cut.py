"""Computes on x.detach().
在 x.detach() 上计算。

Notes: S1 §37–40, autograd | S1 第 37–40 节 自动求导
"""

import torch


def activation_grad(name, x):
    x = x.detach()
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
