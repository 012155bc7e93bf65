"""Shuffles the order of the batches, not the samples.
只打乱批次的先后，不打乱样本。

Notes: S3 §7, DataLoader | S3 第 7 节 DataLoader
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    order = torch.arange(n)
    end = n - n % batch_size if drop_last else n
    batches = [order[i : min(i + batch_size, end)] for i in range(0, end, batch_size)]
    if not shuffle:
        return batches
    full = n // batch_size
    places = torch.randperm(full, generator=generator).tolist() + list(range(full, len(batches)))
    return [batches[k] for k in places]
