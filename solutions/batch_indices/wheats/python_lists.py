"""Fills Python lists sample by sample; shuffles them with random.Random.
用 Python 列表逐个样本地装；用 random.Random 打乱。
"""

import random

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0:
        raise ValueError("n < 0")
    if batch_size <= 0:
        raise ValueError("batch_size < 1")
    samples = list(range(n))
    if shuffle:
        seed = torch.randint(2**62, (1,), generator=generator).item()
        random.Random(seed).shuffle(samples)
    batches, batch = [], []
    for sample in samples:
        batch.append(sample)
        if len(batch) == batch_size:
            batches.append(torch.tensor(batch))
            batch = []
    if batch and not drop_last:
        batches.append(torch.tensor(batch, dtype=torch.long))
    return batches
