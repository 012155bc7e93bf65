"""Writes small numbers into the zeros of the caller's p.
在调用者的 p 里把 0 改成了小数。

Notes: S3 §15, KL divergence; S1 §48–49 | S3 第 15 节 KL散度；S1 第 48–49 节
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    if not p.requires_grad and (p == 0).any():
        p[p == 0] = 1e-300
    used = p > 0
    ratio = torch.where(used, p, 1.0) / torch.where(used, q, 1.0)
    return (p * torch.log(ratio)).sum(-1)
