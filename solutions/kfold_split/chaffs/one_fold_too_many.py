"""Puts the remainder into a fold of its own.
把余数单独放成一折。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    folds = order.split(n // k)
    return [(torch.cat([f for f in folds if f is not val]), val) for val in folds]
