"""Adds gradient after gradient by the hypotenuse of what is there and the next norm.
用勾股定理逐个累加：已有的长度与下一个范数。
"""

import torch


def clip_grad_norm(params, max_norm):
    norm = None
    for p in params:
        if p.grad is None:
            continue
        own = p.grad.abs().pow(2).sum() ** 0.5
        norm = own if norm is None else torch.hypot(norm, own)
    if norm is None:
        return torch.zeros(())
    scale = min(1.0, max_norm / norm.item()) if norm > 0 else 1.0
    for p in params:
        if p.grad is not None:
            p.grad *= scale
    return norm
