"""Uses the logarithm to base 2.
用了以 2 为底的对数。

Notes: S1 §48–49, entropy in bits | S1 第 48–49 节 以比特计的熵
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    used = p > 0
    ratio = torch.where(used, p, 1.0) / torch.where(used, q, 1.0)
    return (p * torch.log2(ratio)).sum(-1)
