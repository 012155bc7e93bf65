"""Yields the folds one by one: the result is a generator, not a list.
逐折 yield：返回的是生成器而不是列表。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    folds = order.tensor_split(k)
    for val in folds:
        yield torch.cat([f for f in folds if f is not val]), val
