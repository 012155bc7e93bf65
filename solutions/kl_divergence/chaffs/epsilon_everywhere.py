"""Adds 1e-8 to both before it divides.
相除之前两边都加 1e-8。

Notes: S3 §15, KL divergence; S1 §48–49 | S3 第 15 节 KL散度；S1 第 48–49 节
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    used = p > 0
    ratio = (p + 1e-8) / (q + 1e-8)
    return (p * torch.log(ratio)).sum(-1)
