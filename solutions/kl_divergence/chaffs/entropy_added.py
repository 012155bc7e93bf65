"""Takes Σ p·log p for the entropy of p and subtracts it.
把 Σ p·log p 当作 p 的熵，减去了它。

Notes: S3 §15: left of the minus stands minus the entropy | S3 第 15 节：减号左边其实是熵的相反数
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    used = p > 0
    ratio = torch.where(used, p, 1.0) / torch.where(used, q, 1.0)
    log_p, log_q = torch.where(used, p, 1.0).log(), torch.where(used, q, 1.0).log()
    return -(p * log_q).sum(-1) - (p * log_p).sum(-1)
