"""Deals the samples out one by one: fold i holds every k-th sample.
像发牌一样逐个分配：第 i 折取每隔 k 个的样本。
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    return [(order[torch.arange(n) % k != i], order[i::k]) for i in range(k)]
