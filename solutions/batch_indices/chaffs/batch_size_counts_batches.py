"""Takes batch_size for the number of batches.
把 batch_size 当成批次的数量。

Notes: S3 §7, DataLoader | S3 第 7 节 DataLoader
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    order = torch.randperm(n, generator=generator) if shuffle else torch.arange(n)
    if n == 0:
        return []
    batches = list(order.chunk(batch_size))
    if drop_last and len(batches[-1]) < len(batches[0]):
        batches.pop()
    return batches
