"""Gives every parameter a new gradient; whoever holds the old one sees nothing.
给每个参数换上新的梯度；持有旧梯度的人什么也看不到。

Notes: S1, in-place operations | S1 原地操作
"""

import torch


def clip_grad_norm(params, max_norm):
    grads = [p.grad for p in params if p.grad is not None]
    if not grads:
        return torch.tensor(0.0)
    norm = torch.sqrt(sum((g * g).sum() for g in grads))
    if norm > max_norm:
        for p in params:
            if p.grad is not None:
                p.grad = p.grad * (max_norm / norm)
    return norm
