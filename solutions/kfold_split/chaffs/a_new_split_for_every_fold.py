"""Draws a new hold-out for every fold, as the notes put it: some samples are validated twice, some never.
像笔记说的那样每折重新划分：有的样本验证多次，有的从不验证。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    result = []
    for i in range(k):
        size = n // k + (i < n % k)
        order = torch.randperm(n, generator=generator)
        result.append((order[size:], order[:size]))
    return result
