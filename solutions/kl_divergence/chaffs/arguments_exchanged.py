"""Computes D(q‖p) instead of D(p‖q).
算成了 D(q‖p)，而不是 D(p‖q)。

Notes: S3 §15: the divergence is not symmetric | S3 第 15 节：KL散度不具有对称性
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    p, q = q, p
    used = p > 0
    ratio = torch.where(used, p, 1.0) / torch.where(used, q, 1.0)
    return (p * torch.log(ratio)).sum(-1)
