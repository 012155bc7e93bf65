"""Numbers the samples from 1.
样本从 1 开始编号。

Notes: S3 §7, DataLoader | S3 第 7 节 DataLoader
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    order = 1 + torch.randperm(n, generator=generator) if shuffle else torch.arange(1, n + 1)
    batches = [order[i : i + batch_size] for i in range(0, n, batch_size)]
    if drop_last and batches and len(batches[-1]) < batch_size:
        batches.pop()
    return batches
