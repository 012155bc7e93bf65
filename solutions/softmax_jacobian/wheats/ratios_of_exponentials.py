"""Builds 1/p from e^(a_j − a_i) summed over j, in float64, and casts back.
由 e^(a_j − a_i) 对 j 求和得到 1/p，用 float64 计算再转换回来。
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError
    x = a.to(torch.float64)
    p = 1 / (x.unsqueeze(0) - x.unsqueeze(1)).exp().sum(1)
    j = -torch.einsum("i,j->ij", p, p)
    return (j + p.diag_embed()).to(a.dtype)
