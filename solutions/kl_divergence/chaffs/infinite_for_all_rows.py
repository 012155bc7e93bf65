"""Returns infinity for every row where one row is infinite.
只要有一行是无穷大，就让所有行都是无穷大。

Notes: S3 §15, KL divergence; S1 §48–49 | S3 第 15 节 KL散度；S1 第 48–49 节
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    used = p > 0
    if (used & (q == 0)).any():
        return torch.full(p.shape[:-1], float('inf'), dtype=p.dtype)
    ratio = torch.where(used, p, 1.0) / torch.where(used, q, 1.0)
    return (p * torch.log(ratio)).sum(-1)
