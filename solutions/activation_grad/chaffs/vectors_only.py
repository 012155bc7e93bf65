"""Builds the steps element by element from a 1-d x.
逐个元素构造两种 ReLU 的导数，只适用于一维的 x。

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
        return torch.tensor([1.0 if v > 0 else 0.0 for v in x], dtype=x.dtype, device=x.device)
    if name == "leaky_relu":
        return torch.tensor([1.0 if v > 0 else 0.01 for v in x], dtype=x.dtype, device=x.device)
    raise ValueError("unknown activation")
