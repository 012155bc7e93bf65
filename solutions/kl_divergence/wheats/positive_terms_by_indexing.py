"""Computes the terms at p > 0 only, by indexing, and writes them into zeros.
用下标只计算 p > 0 的项，再写进全 0 的张量。
"""

import torch
from torch import Tensor


def kl_divergence(p: Tensor, q: Tensor) -> Tensor:
    if p.size() != q.size():
        raise ValueError("p and q differ")
    index = p.nonzero(as_tuple=True)
    terms = torch.zeros(p.shape, dtype=p.dtype, device=p.device)
    terms = terms.index_put(index, p[index] * (p[index].log() - q[index].log()))
    return torch.einsum("...c->...", terms)
