"""Detaches the logarithm of the ratio.
把比值的对数 detach 了。

Notes: S1 §37–40, autograd; S3 §15 | S1 第 37–40 节 自动求导；S3 第 15 节
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    used = p > 0
    ratio = torch.where(used, p, 1.0) / torch.where(used, q, 1.0)
    return (p * torch.log(ratio).detach()).sum(-1)
