"""Takes 1 for the derivative of ReLU at 0.
把 ReLU 在 0 处的导数取为 1。

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
        return (x >= 0).to(x.dtype)
    if name == "leaky_relu":
        return torch.where(x > 0, 1.0, 0.01).to(x.dtype)
    raise ValueError("unknown activation")
