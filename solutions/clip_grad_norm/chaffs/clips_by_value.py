"""Clamps every element to ±max_norm.
把每个元素截断到 ±max_norm。

Notes: S1 §29–30, clamp (gradient clipping) | S1 第 29–30 节 clamp（梯度裁剪）
"""

import torch


def clip_grad_norm(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    if not grads:
        return torch.tensor(0.0)
    norm = torch.sqrt(sum((g * g).sum() for g in grads))
    for g in grads:
        g.clamp_(-max_norm, max_norm)
    return norm
