"""Shuffles, but not with the generator that was passed.
打乱了，但没有使用传入的 generator。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n)
    folds = order.tensor_split(k)
    return [(torch.cat([f for f in folds if f is not val]), val) for val in folds]
