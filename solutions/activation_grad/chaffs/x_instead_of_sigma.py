"""Computes x(1−x): the formula's s taken for x itself.
算成 x(1−x)：把公式里的 s 当成了 x 本身。

Notes: S1 §37–40, sigmoid and its derivative | S1 第 37–40 节 sigmoid 及其求导
"""

import torch


def activation_grad(name, x):
    if name == "sigmoid":
        s = x
        return s * (1 - s)
    if name == "tanh":
        return 1 - torch.tanh(x) ** 2
    if name == "relu":
        return (x > 0).to(x.dtype)
    if name == "leaky_relu":
        return torch.where(x > 0, 1.0, 0.01).to(x.dtype)
    raise ValueError("unknown activation")
