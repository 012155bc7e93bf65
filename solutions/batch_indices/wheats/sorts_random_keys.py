"""Shuffles by sorting random numbers, and unfolds the full batches.
用随机数排序来打乱，再用 unfold 取出完整的批次。
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    order = torch.rand(n, generator=generator, dtype=torch.float64).argsort() if shuffle else torch.arange(n)
    full = order[: n // batch_size * batch_size].reshape(-1, batch_size)
    batches = list(full.unbind(0))
    if n % batch_size and not drop_last:
        batches.append(order[n - n % batch_size :])
    return batches
