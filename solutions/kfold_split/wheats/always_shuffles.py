"""Shuffles without a generator as well: any partition is right then.
没有 generator 时也打乱：此时任何划分都对。
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.randperm(n, generator=generator)
    sizes = [n // k + 1] * (n % k) + [n // k] * (k - n % k)
    folds = order.split(sizes)
    return [(torch.cat([f for j, f in enumerate(folds) if j != i]), folds[i]) for i in range(k)]
