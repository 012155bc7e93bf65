"""Chooses the 0 after the division and the logarithm: the gradient for q is NaN.
相除、取对数之后才选择 0：q 的梯度是 NaN。

Notes: S1 §33, where; S3 §15 | S1 第 33 节 where；S3 第 15 节
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    used = p > 0
    return torch.where(used, p * torch.log(p / q), 0.0).sum(-1)
