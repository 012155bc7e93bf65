"""Stable BCE from clamp(min=0), p_t from exp(−BCE), and a warning for strange α.
用 clamp(min=0) 写稳定的 BCE，由 exp(−BCE) 得到 p_t，α 异常时发出警告。
"""

import warnings

import torch


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if list(logits.shape) != list(targets.shape):
        raise ValueError("shape mismatch")
    if not 0 < alpha < 1:
        warnings.warn(f"alpha={alpha} switches one class off", stacklevel=2)
    y = targets.to(logits.dtype)
    bce = logits.clamp(min=0) - logits * y + (-logits.abs()).exp().log1p()
    pt = torch.exp(-bce)
    out = torch.where(y == 1, alpha, 1 - alpha).to(bce.dtype) * (1 - pt).pow(gamma) * bce
    if reduction == "none":
        return out
    if reduction == "sum":
        return out.sum()
    if reduction == "mean":
        return out.sum() / out.numel()
    raise ValueError(f"reduction {reduction!r} is unknown")
