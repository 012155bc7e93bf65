"""Starts from −p·pᵀ and replaces the diagonal in its own copy.
从 −p·pᵀ 出发，在自己的副本里替换对角线。
"""

import torch


def softmax_jacobian(a):
    if not a.dim() == 1:
        raise ValueError(a.shape)
    p = torch.nn.functional.softmax(a, dim=0)
    j = -(p.reshape(-1, 1) @ p.reshape(1, -1))
    j = j.clone()
    j.diagonal().copy_(p - p * p)
    return j
