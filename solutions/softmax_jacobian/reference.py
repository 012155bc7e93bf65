"""Reference for softmax_jacobian."""

import torch
from torch import Tensor

__all__ = ["softmax_jacobian"]


def softmax_jacobian(a: Tensor) -> Tensor:
    """Jacobian diag(p) − p·pᵀ of p = softmax(``a``), [n, n].

    Raises ValueError where ``a`` is not 1-d.
    """
    if a.dim() != 1:
        raise ValueError(f"a has {a.dim()} axes, not 1")
    p = torch.softmax(a, 0)
    return torch.diag(p) - torch.outer(p, p)
