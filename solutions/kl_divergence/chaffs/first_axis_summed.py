"""Sums over the first dim instead of the last.
沿第一维而不是最后一维求和。

Notes: S3 §15, KL divergence; S1 §48–49 | S3 第 15 节 KL散度；S1 第 48–49 节
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    used = p > 0
    ratio = torch.where(used, p, 1.0) / torch.where(used, q, 1.0)
    return (p * torch.log(ratio)).sum(0)
