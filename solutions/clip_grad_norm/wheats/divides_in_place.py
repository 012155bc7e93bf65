"""Divides in place by the ratio, where it is above 1; .data of the gradients.
比值大于 1 时，在 .data 上原地相除。
"""

import math

import torch


def clip_grad_norm(params, max_norm):
    grads = {i: p.grad.data for i, p in enumerate(params) if p.grad is not None}
    total = math.fsum(g.double().flatten().pow(2).sum().item() for g in grads.values())
    ratio = max(1.0, math.sqrt(total) / max_norm)
    if ratio > 1:
        for g in grads.values():
            g.div_(ratio)
    like = next(iter(grads.values()), torch.zeros(()))
    return torch.tensor(math.sqrt(total), dtype=like.dtype, device=like.device)
