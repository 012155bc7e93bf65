"""Adds up k outer products, one column of a times one row of b each.
累加 k 个外积，每个是 a 的一列乘 b 的一行。
"""

import torch


def batched_matmul(a, b):
    if a.ndim < 2 or b.ndim < 2:
        raise ValueError("matrices needed")
    if a.size(-1) != b.size(-2):
        raise ValueError("inner sizes")
    try:
        lead = torch.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    except RuntimeError as err:
        raise ValueError(str(err)) from err
    total = torch.zeros(*lead, a.size(-2), b.size(-1), dtype=a.dtype, device=a.device)
    for l in range(a.size(-1)):
        total = total + a[..., :, l : l + 1] * b[..., l : l + 1, :]
    return total
