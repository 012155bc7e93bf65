"""Takes matrices too, and returns a Jacobian per row.
也接受矩阵，对每行返回一个雅可比矩阵。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
"""

import torch


def softmax_jacobian(a):
    if a.dim() < 1:
        raise ValueError("a vector is needed")
    p = torch.softmax(a, -1)
    return torch.diag_embed(p) - p.unsqueeze(-1) * p.unsqueeze(-2)
