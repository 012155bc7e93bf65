"""Trains on the folds before this one only, as for time series.
只用本折之前的各折训练（像时间序列那样）。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    folds = order.tensor_split(k)
    return [(torch.cat((order[:0], *folds[:i])), folds[i]) for i in range(k)]
