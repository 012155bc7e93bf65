"""Loses an incomplete last batch even without drop_last.
没有 drop_last 时也丢掉不完整的最后一批。

Notes: S3 §7, DataLoader | S3 第 7 节 DataLoader
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    order = torch.randperm(n, generator=generator) if shuffle else torch.arange(n)
    return [order[i * batch_size : (i + 1) * batch_size] for i in range(n // batch_size)]
