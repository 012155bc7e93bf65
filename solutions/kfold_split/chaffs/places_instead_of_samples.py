"""Shuffles val, but train is the rest of the places, not of the samples.
val 打乱了，train 却是其余的位置而不是其余的样本。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    places = torch.arange(n).tensor_split(k)
    return [(torch.cat([p for p in places if p is not place]), order[place]) for place in places]
