"""Joins all gradients to one vector, and writes the pieces back.
把所有梯度接成一个向量，再把各段写回去。
"""

import torch


@torch.no_grad()
def clip_grad_norm(params, max_norm):
    owners = [p for p in params if p.grad is not None]
    flat = torch.cat([p.grad.reshape(-1) for p in owners]) if owners else torch.zeros(1)
    length = torch.sqrt(torch.dot(flat, flat))
    if length <= max_norm:
        return length
    flat = flat / length * max_norm
    start = 0
    for p in owners:
        end = start + p.grad.numel()
        p.grad.copy_(flat[start:end].view(p.grad.shape))
        start = end
    return length
