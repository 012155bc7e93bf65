"""Detaches p, as if only q could be learnt.
把 p detach 了，好像只有 q 需要学习。

Notes: S1 §37–40, autograd; S3 §15 | S1 第 37–40 节 自动求导；S3 第 15 节
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    p = p.detach()
    used = p > 0
    ratio = torch.where(used, p, 1.0) / torch.where(used, q, 1.0)
    return (p * torch.log(ratio)).sum(-1)
