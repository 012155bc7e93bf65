"""Allows k = 1.
允许 k = 1。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 1 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    folds = order.tensor_split(k)
    return [(torch.cat([order[:0], *(f for f in folds if f is not val)]), val) for val in folds]
