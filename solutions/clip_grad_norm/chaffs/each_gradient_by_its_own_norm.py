"""Clips every gradient by its own norm, which turns the direction.
每个梯度按自己的范数裁剪，方向因此改变。

Notes: S1 §29–30, clamp (gradient clipping) | S1 第 29–30 节 clamp（梯度裁剪）
"""

import torch


def clip_grad_norm(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    if not grads:
        return torch.tensor(0.0)
    norm = torch.sqrt(sum((g * g).sum() for g in grads))
    for g in grads:
        if g.norm() > max_norm:
            g.mul_(max_norm / g.norm())
    return norm
