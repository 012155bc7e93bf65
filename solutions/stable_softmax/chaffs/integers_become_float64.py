"""Computes integers in float64 instead of the default dtype.
整数按 float64 计算，而不是默认 dtype。

Notes: S1 §14–15, dtypes | S1 第 14–15 节 张量数据类型
"""

import torch


def stable_softmax(x, dim):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not x.is_floating_point():
        x = x.double()
    if x.numel() == 0:
        return x.clone()
    top = x.amax(dim=dim, keepdim=True)
    e = torch.exp(x - top)
    return e / e.sum(dim=dim, keepdim=True)
