"""Has nothing to stack when no parameter has a gradient.
一个梯度也没有时，没有东西可以 stack。

Notes: S1 §29–30, clamp (gradient clipping) | S1 第 29–30 节 clamp（梯度裁剪）
"""

import torch


def clip_grad_norm(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    norm = torch.stack([(g * g).sum() for g in grads]).sum().sqrt()
    if norm > max_norm:
        for g in grads:
            g.mul_(max_norm / norm)
    return norm
