"""Converts every input to float32, float64 included.
把所有输入都转成 float32，连 float64 也不例外。

Notes: S1 §14–15, dtypes | S1 第 14–15 节 张量数据类型
"""

import torch


def stable_softmax(x, dim):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    x = x.float()
    if x.numel() == 0:
        return x.clone()
    top = x.amax(dim=dim, keepdim=True)
    e = torch.exp(x - top)
    return e / e.sum(dim=dim, keepdim=True)
