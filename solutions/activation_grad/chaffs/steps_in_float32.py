"""Builds the steps of the ReLUs in the default dtype.
用默认 dtype 构造两种 ReLU 的导数。

Notes: S1 §14–15, dtypes | S1 第 14–15 节 张量数据类型
"""

import torch


def activation_grad(name, x):
    if name == "sigmoid":
        s = torch.sigmoid(x)
        return s * (1 - s)
    if name == "tanh":
        return 1 - torch.tanh(x) ** 2
    if name == "relu":
        return (x > 0).float()
    if name == "leaky_relu":
        return torch.where(x > 0, 1.0, 0.01).float()
    raise ValueError("unknown activation")
