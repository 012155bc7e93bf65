"""Gives all the remainder to the last fold.
把余数全部放进最后一折。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    bounds = [i * (n // k) for i in range(k)] + [n]
    return [(torch.cat((order[:a], order[b:])), order[a:b]) for a, b in zip(bounds, bounds[1:])]
