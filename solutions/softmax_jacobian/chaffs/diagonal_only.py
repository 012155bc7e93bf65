"""Has p(1−p) on the diagonal and 0 beside it, as for an element-wise function.
对角线上是 p(1−p)，其余为 0，像逐元素函数那样。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = torch.softmax(a, 0)
    return torch.diag(p * (1 - p))
