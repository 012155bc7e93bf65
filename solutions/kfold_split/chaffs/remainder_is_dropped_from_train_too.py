"""Cuts the samples down to a multiple of k first.
先把样本数截成 k 的倍数。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    folds = order[: n // k * k].chunk(k)
    return [(torch.cat([f for f in folds if f is not val]), val) for val in folds]
