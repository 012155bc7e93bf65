"""Returns 0.01·x for negative x, the function and not its derivative.
x 为负时返回 0.01·x，是函数本身而不是导数。

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
        return torch.where(x > 0, torch.ones_like(x), 0.01 * x)
    raise ValueError("unknown activation")
