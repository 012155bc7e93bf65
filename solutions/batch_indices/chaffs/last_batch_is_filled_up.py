"""Fills the last batch up with the first samples again.
用开头的样本把最后一批补满。

Notes: S3 §7, DataLoader | S3 第 7 节 DataLoader
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    order = torch.randperm(n, generator=generator) if shuffle else torch.arange(n)
    whole = n // batch_size if drop_last else -(-n // batch_size)
    return [order[torch.arange(k * batch_size, (k + 1) * batch_size) % n] for k in range(whole)]
