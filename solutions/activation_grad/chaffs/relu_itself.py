"""Returns relu(x), the function and not its derivative.
返回 relu(x)，是函数本身而不是导数。

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
        return torch.relu(x)
    if name == "leaky_relu":
        return torch.where(x > 0, 1.0, 0.01).to(x.dtype)
    raise ValueError("unknown activation")
