"""Subtracts the maximum from the caller's a in place.
原地从调用者的 a 里减去最大值。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    if len(a) and not a.requires_grad and a.is_contiguous():
        a -= a.max()
    p = torch.softmax(a, 0)
    return torch.diag(p) - torch.outer(p, p)
