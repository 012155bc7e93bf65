"""Asserts k: AssertionError instead of ValueError.
用 assert 检查 k：抛出 AssertionError 而不是 ValueError。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    assert 2 <= k <= n
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    folds = order.tensor_split(k)
    return [(torch.cat([f for f in folds if f is not val]), val) for val in folds]
