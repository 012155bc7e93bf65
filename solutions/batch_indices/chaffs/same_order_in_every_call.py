"""Sets a fixed seed where no generator is given: every epoch has the same order.
没有 generator 时使用固定种子：每个 epoch 的顺序都一样。

Notes: S3 §7, DataLoader | S3 第 7 节 DataLoader
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    source = generator or torch.Generator().manual_seed(0)
    order = torch.randperm(n, generator=source) if shuffle else torch.arange(n)
    batches = [order[i : i + batch_size] for i in range(0, n, batch_size)]
    if drop_last and batches and len(batches[-1]) < batch_size:
        batches.pop()
    return batches
