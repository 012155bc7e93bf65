"""Computes on a.detach().
在 a.detach() 上计算。

Notes: S1 §37–40, autograd | S1 第 37–40 节 自动求导
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = torch.softmax(a.detach(), 0)
    return torch.diag(p) - torch.outer(p, p)
