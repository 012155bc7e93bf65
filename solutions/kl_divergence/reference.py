"""Reference for kl_divergence."""

import torch
from torch import Tensor

__all__ = ["kl_divergence"]


def kl_divergence(p: Tensor, q: Tensor) -> Tensor:
    """Divergence of ``q`` from ``p`` over the last dim; 0 for p = 0, +inf for q = 0 < p.

    Raises ValueError where the shapes differ.
    """
    if p.shape != q.shape:
        raise ValueError(f"p {tuple(p.shape)} and q {tuple(q.shape)} differ in shape")
    counts = p > 0
    # 1 in both places before the logarithm: a NaN chosen away after it would come back in the gradient.
    logs = torch.where(counts, p, 1.0).log() - torch.where(counts, q, 1.0).log()
    return (p * logs).sum(-1)
