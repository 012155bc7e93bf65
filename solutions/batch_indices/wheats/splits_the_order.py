"""Lets Tensor.split cut, and takes away an empty or short last piece.
用 Tensor.split 切分，再去掉空的或不足的最后一块。
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    order = torch.randperm(n, generator=generator) if shuffle else torch.arange(n)
    pieces = list(order.split(batch_size))
    if pieces and (len(pieces[-1]) == 0 or (drop_last and len(pieces[-1]) < batch_size)):
        del pieces[-1]
    return pieces
