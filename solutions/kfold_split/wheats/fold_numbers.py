"""Gives every sample the number of its fold and asks for equality.
给每个样本一个折号，再用相等比较取下标。
"""

import numpy as np
import torch


def kfold_split(n, k, generator=None):
    if k not in range(2, n + 1):
        raise ValueError(f"cannot make {k} folds of {n}")
    number = torch.arange(n) % k
    if generator is not None:
        number = number[torch.randperm(n, generator=generator)]
    number = number.numpy()
    return [
        (torch.from_numpy(np.flatnonzero(number != i)), torch.from_numpy(np.flatnonzero(number == i)))
        for i in reversed(range(k))
    ]
