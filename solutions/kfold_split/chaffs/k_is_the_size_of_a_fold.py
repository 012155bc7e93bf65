"""Takes k for the number of samples in a fold.
把 k 当成每折的样本数。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    folds = order.split(k)
    return [(torch.cat([f for f in folds if f is not val] or [order[:0]]), val) for val in folds]
