"""Clipping gradients by their norm."""

import torch


def clip_grad_norm(params: list[torch.Tensor], max_norm: float) -> torch.Tensor:
    """Scale all gradients in place, by one factor, so that their common 2-norm is at most max_norm.

    Args:
        params: parameters of any shapes; those whose .grad is None are left out.
        max_norm: the largest norm that is let through, above 0.

    Returns:
        The 2-norm of all gradients together before scaling, a 0-d tensor of their dtype; 0 if there are none.
    """
    raise NotImplementedError
