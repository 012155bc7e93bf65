"""Returns σ(x), the function and not its derivative.
返回 σ(x)，是函数本身而不是导数。

Notes: S1 §37–40, sigmoid and its derivative | S1 第 37–40 节 sigmoid 及其求导
"""

import torch


def activation_grad(name, x):
    if name == "sigmoid":
        s = torch.sigmoid(x)
        return s
    if name == "tanh":
        return 1 - torch.tanh(x) ** 2
    if name == "relu":
        return (x > 0).to(x.dtype)
    if name == "leaky_relu":
        return torch.where(x > 0, 1.0, 0.01).to(x.dtype)
    raise ValueError("unknown activation")
