"""Gives the derivatives of log-softmax, δ − p_j.
给出的是 log-softmax 的导数 δ − p_j。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = torch.softmax(a, 0)
    return torch.eye(len(p), dtype=p.dtype, device=p.device) - p.expand(len(p), len(p))
