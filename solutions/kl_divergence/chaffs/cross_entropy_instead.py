"""Leaves out p·log p: this is the cross-entropy H(p, q).
漏了 p·log p：这是交叉熵 H(p, q)。

Notes: S3 §15: D = H(p, q) − H(p) | S3 第 15 节：D = H(p, q) − H(p)
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    used = p > 0
    ratio = 1.0 / torch.where(used, q, 1.0)
    return (p * torch.log(ratio)).sum(-1)
