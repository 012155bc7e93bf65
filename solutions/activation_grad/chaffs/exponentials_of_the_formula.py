"""Computes e^(−x)/(1+e^(−x))², which is ∞/∞ for very negative x.
计算 e^(−x)/(1+e^(−x))²，x 很负时成了 ∞/∞。

Notes: S1 §37–40, sigmoid and its derivative | S1 第 37–40 节 sigmoid 及其求导
"""

import torch


def activation_grad(name, x):
    if name == "sigmoid":
        e = torch.exp(-x)
        return e / (1 + e) ** 2
    if name == "tanh":
        return 1 - torch.tanh(x) ** 2
    if name == "relu":
        return (x > 0).to(x.dtype)
    if name == "leaky_relu":
        return torch.where(x > 0, 1.0, 0.01).to(x.dtype)
    raise ValueError("unknown activation")
