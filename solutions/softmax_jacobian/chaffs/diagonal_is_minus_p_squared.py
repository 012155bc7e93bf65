"""Forgets the case i = j: everything is −p_i·p_j.
忘了 i = j 的情形：全部写成 −p_i·p_j。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = torch.softmax(a, 0)
    return -torch.outer(p, p)
