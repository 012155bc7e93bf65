"""Takes the formula as it stands: 0 · log 0 is NaN.
照公式直译：0 · log 0 是 NaN。

Notes: S3 §15, KL divergence; S1 §48–49 | S3 第 15 节 KL散度；S1 第 48–49 节
"""

import torch


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shapes differ")
    used = p > 0
    ratio = p / q
    return (p * torch.log(ratio)).sum(-1)
