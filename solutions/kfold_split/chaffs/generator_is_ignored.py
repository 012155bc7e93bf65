"""Ignores the generator.
忽略 generator。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    folds = torch.arange(n).tensor_split(k)
    return [(torch.cat([f for f in folds if f is not val]), val) for val in folds]
