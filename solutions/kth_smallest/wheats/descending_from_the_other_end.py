"""Sorts downwards and counts from the other end.
降序排列，从另一端数。
"""

import torch
from torch import Tensor


def kth_smallest(x: Tensor, k: int, dim: int = -1, keepdim: bool = False) -> tuple[Tensor, Tensor]:
    n = x.shape[dim]
    if n < k or 1 > k:
        raise ValueError("1 <= k <= n")
    down = torch.sort(x, dim=dim, descending=True)
    index = [slice(None)] * x.dim()
    index[dim] = slice(n - k, n - k + 1) if keepdim else n - k
    return down.values[tuple(index)], down.indices[tuple(index)]
