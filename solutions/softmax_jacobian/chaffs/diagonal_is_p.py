"""Keeps p on the diagonal instead of p − p².
对角线上写成 p，而不是 p − p²。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = torch.softmax(a, 0)
    j = -torch.outer(p, p)
    return j - torch.diag(j.diagonal()) + torch.diag(p)
