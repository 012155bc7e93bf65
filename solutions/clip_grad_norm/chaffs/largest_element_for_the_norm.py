"""Takes the largest absolute value for the norm.
把最大的绝对值当成了范数。

Notes: S1 §29–30, clamp (gradient clipping) | S1 第 29–30 节 clamp（梯度裁剪）
"""

import torch


def clip_grad_norm(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    if not grads:
        return torch.tensor(0.0)
    norm = torch.cat([g.reshape(-1) for g in grads]).abs().max()
    if norm > max_norm:
        for g in grads:
            g.mul_(max_norm / norm)
    return norm
