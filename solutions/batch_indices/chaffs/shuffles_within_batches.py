"""Shuffles inside each batch: a batch always holds the same samples.
只在每批内部打乱：每批里总是同样的样本。

Notes: S3 §7, DataLoader | S3 第 7 节 DataLoader
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    order = torch.arange(n)
    end = n - n % batch_size if drop_last else n
    batches = [order[i : min(i + batch_size, end)] for i in range(0, end, batch_size)]
    return [b[torch.randperm(len(b), generator=generator)] for b in batches] if shuffle else batches
