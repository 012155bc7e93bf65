"""Builds the matrix in float32.
用 float32 构造矩阵。

Notes: S1 §14–15, dtypes | S1 第 14–15 节 张量数据类型
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = torch.softmax(a, 0).float()
    return torch.diag(p) - torch.outer(p, p)
