"""Subtracts before converting: narrow integers wrap around.
先相减后转换：窄整数会回绕。

Notes: S1 §14–15, dtypes; S1 §37–40, softmax | S1 第 14–15 节 张量数据类型；S1 第 37–40 节 softmax
"""

import torch


def stable_softmax(x, dim):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if x.numel() == 0:
        return torch.exp(x)
    top = x.amax(dim=dim, keepdim=True)
    e = torch.exp(x - top)
    return e / e.sum(dim=dim, keepdim=True)
