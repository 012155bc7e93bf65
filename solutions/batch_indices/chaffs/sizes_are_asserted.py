"""Asserts the sizes: AssertionError instead of ValueError.
用 assert 检查：抛出 AssertionError 而不是 ValueError。

Notes: S3 §7, DataLoader | S3 第 7 节 DataLoader
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    assert n >= 0 and batch_size >= 1
    order = torch.randperm(n, generator=generator) if shuffle else torch.arange(n)
    batches = [order[i : i + batch_size] for i in range(0, n, batch_size)]
    if drop_last and batches and len(batches[-1]) < batch_size:
        batches.pop()
    return batches
