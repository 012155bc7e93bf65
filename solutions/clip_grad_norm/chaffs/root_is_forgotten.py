"""Takes the sum of squares for the norm.
把平方和当成了范数。

Notes: S1 §29–30, clamp (gradient clipping) | S1 第 29–30 节 clamp（梯度裁剪）
"""

import torch


def clip_grad_norm(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    if not grads:
        return torch.tensor(0.0)
    norm = sum((g * g).sum() for g in grads)
    if norm > max_norm:
        for g in grads:
            g.mul_(max_norm / norm)
    return norm
