"""Draws each index by itself: samples come twice or never.
每个下标单独抽取：有的样本重复，有的从不出现。

Notes: S1, SGD | S1 SGD 一节
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    order = torch.randint(max(n, 1), (n,), generator=generator) if shuffle else torch.arange(n)
    batches = [order[i : i + batch_size] for i in range(0, n, batch_size)]
    if drop_last and batches and len(batches[-1]) < batch_size:
        batches.pop()
    return batches
