"""Makes folds of n // k and forgets the remainder: some samples are never validated.
每折 n // k 个，忘了余数：有的样本从不用于验证。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    size = n // k
    masks = [(torch.arange(n) >= i * size) & (torch.arange(n) < (i + 1) * size) for i in range(k)]
    return [(order[~mask], order[mask]) for mask in masks]
