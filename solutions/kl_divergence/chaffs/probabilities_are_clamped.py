"""Clamps q to at least 1e-12, so the impossible is not infinite.
把 q 截断到至少 1e-12，于是不可能的事也不是无穷大。

Notes: S3 §15, KL divergence; S1 §48–49 | S3 第 15 节 KL散度；S1 第 48–49 节
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    q = q.clamp(min=1e-12)
    used = p > 0
    ratio = torch.where(used, p, 1.0) / torch.where(used, q, 1.0)
    return (p * torch.log(ratio)).sum(-1)
