"""Draws from a copy of the generator, so that the one passed in stays as it is.
从 generator 的副本抽取，传入的那个保持不变。
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    if shuffle and generator is not None:
        copy = torch.Generator()
        copy.set_state(generator.get_state())
        order = torch.randperm(n, generator=copy)
    elif shuffle:
        order = torch.randperm(n)
    else:
        order = torch.arange(n)
    batches = [order[i : i + batch_size] for i in range(0, n, batch_size)]
    if drop_last and batches and len(batches[-1]) < batch_size:
        batches.pop()
    return batches
