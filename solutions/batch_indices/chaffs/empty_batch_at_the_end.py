"""Counts n // batch_size + 1 batches: an empty one follows where batch_size divides n.
按 n // batch_size + 1 计批数：整除时末尾多出一个空批次。

Notes: S3 §7, DataLoader | S3 第 7 节 DataLoader
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    order = torch.randperm(n, generator=generator) if shuffle else torch.arange(n)
    count = n // batch_size + (0 if drop_last else 1)
    return [order[k * batch_size : (k + 1) * batch_size] for k in range(count)]
