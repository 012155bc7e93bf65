"""Joins everything into one vector; squares as a dot product.
把所有参数接成一个向量；平方和用点积。
"""

import torch


def l1_l2_penalty(params, l1, l2):
    if len(params) == 0:
        return torch.zeros([])
    flat = torch.cat([w.reshape(-1) for w in params])
    return flat.abs().sum().mul(l1).add(flat.dot(flat), alpha=l2 / 2)
