"""Reference for clip_grad_norm."""

from __future__ import annotations

import torch


@torch.no_grad()
def clip_grad_norm(params: list[torch.Tensor], max_norm: float) -> torch.Tensor:
    """Scale all gradients in place so that their common 2-norm is at most ``max_norm``.

    Parameters whose ``.grad`` is None are left out. Returns the norm before, a 0-d tensor; 0 without any.
    """
    grads = [p.grad for p in params if p.grad is not None]
    if not grads:
        return torch.tensor(0.0)
    norm = torch.stack([g.square().sum() for g in grads]).sum().sqrt()
    if norm > max_norm:
        for g in grads:
            g.mul_(max_norm / norm)
    return norm
