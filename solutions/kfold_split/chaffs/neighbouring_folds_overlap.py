"""Counts the end of a fold in: neighbours share a sample.
把末尾也算进本折：相邻两折共用一个样本。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    bounds = [n * i // k for i in range(k + 1)]
    return [(torch.cat((order[:a], order[b + 1 :])), order[a : b + 1]) for a, b in zip(bounds, bounds[1:])]
