"""Uses t(1−t) for tanh as well.
对 tanh 也用 t(1−t)。

Notes: S1 §37–40, tanh | S1 第 37–40 节 tanh
"""

import torch


def activation_grad(name, x):
    if name == "sigmoid":
        s = torch.sigmoid(x)
        return s * (1 - s)
    if name == "tanh":
        return torch.tanh(x) * (1 - torch.tanh(x))
    if name == "relu":
        return (x > 0).to(x.dtype)
    if name == "leaky_relu":
        return torch.where(x > 0, 1.0, 0.01).to(x.dtype)
    raise ValueError("unknown activation")
