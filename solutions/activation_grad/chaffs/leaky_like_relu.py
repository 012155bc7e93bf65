"""Has no leak: leaky ReLU is treated as ReLU.
没有泄漏：把 Leaky ReLU 当成了 ReLU。

Notes: S2, activation layers: LeakyReLU | S2 激活函数层：LeakyReLU
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
        return torch.where(x > 0, 1.0, 0.0).to(x.dtype)
    raise ValueError("unknown activation")
