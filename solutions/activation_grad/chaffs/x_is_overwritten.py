"""Applies relu_ to the caller's x on the way.
中途对调用者的 x 用了 relu_。

Notes: S1 §37–40, ReLU | S1 第 37–40 节 ReLU
"""

import torch


def activation_grad(name, x):
    if name == "sigmoid":
        s = torch.sigmoid(x)
        return s * (1 - s)
    if name == "tanh":
        return 1 - torch.tanh(x) ** 2
    if name == "relu":
        return (x.relu_() > 0).to(x.dtype)
    if name == "leaky_relu":
        return torch.where(x > 0, 1.0, 0.01).to(x.dtype)
    raise ValueError("unknown activation")
