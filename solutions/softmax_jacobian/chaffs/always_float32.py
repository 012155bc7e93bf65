"""Builds the matrix in float32.
用 float32 构造矩阵。

Notes: S1 dtypes, default float type | S1 数据类型，默认浮点类型
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = torch.softmax(a, 0).float()
    return torch.diag(p) - torch.outer(p, p)
