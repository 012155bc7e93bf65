"""Loops over the batch and multiplies plain matrices, then restores the batch axes.
沿批次循环，逐对相乘普通矩阵，再还原批次维。
"""

import itertools

import torch


def _matrix(a, b):
    return (a[:, :, None] * b[None, :, :]).sum(1)


def batched_matmul(a, b):
    if a.dim() < 2 or b.dim() < 2 or a.size(-1) != b.size(-2):
        raise ValueError("shapes")
    rank = max(a.dim(), b.dim()) - 2
    a = a.reshape((1,) * (rank + 2 - a.dim()) + tuple(a.shape))
    b = b.reshape((1,) * (rank + 2 - b.dim()) + tuple(b.shape))
    lead = []
    for p, q in zip(a.shape[:-2], b.shape[:-2]):
        if p != q and p != 1 and q != 1:
            raise ValueError("batch")
        lead.append(p * q if 0 in (p, q) else max(p, q))
    products = []
    for place in itertools.product(*map(range, lead)):
        at_a = tuple(0 if size == 1 else i for i, size in zip(place, a.shape))
        at_b = tuple(0 if size == 1 else i for i, size in zip(place, b.shape))
        products.append(_matrix(a[at_a], b[at_b]))
    if not products:
        return torch.zeros(*lead, a.size(-2), b.size(-1), dtype=a.dtype, device=a.device)
    return torch.stack(products).reshape(*lead, a.size(-2), b.size(-1))
