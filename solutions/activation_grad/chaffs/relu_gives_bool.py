"""Returns the comparison as it is, a bool tensor.
直接返回比较结果，一个 bool 张量。

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
        return x > 0
    if name == "leaky_relu":
        return torch.where(x > 0, 1.0, 0.01).to(x.dtype)
    raise ValueError("unknown activation")
