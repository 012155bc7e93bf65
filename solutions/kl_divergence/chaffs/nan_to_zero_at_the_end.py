"""Cleans with nan_to_num, which makes infinity a large number.
用 nan_to_num 清洗，无穷大变成了很大的数。

Notes: S3 §15, KL divergence; S1 §48–49 | S3 第 15 节 KL散度；S1 第 48–49 节
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    used = p > 0
    return torch.nan_to_num(p * torch.log(p / q)).sum(-1)
