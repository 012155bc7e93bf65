"""Has the sign of the whole matrix wrong.
整个矩阵的符号都反了。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = torch.softmax(a, 0)
    return torch.outer(p, p) - torch.diag(p)
