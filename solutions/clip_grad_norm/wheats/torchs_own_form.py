"""Adds 1e-6 to the divisor and clamps the factor at 1, as torch does.
像 torch 那样，分母加 1e-6，系数截断到 1。
"""

import torch


def clip_grad_norm(params, max_norm):
    grads = [p.grad.detach() for p in params if p.grad is not None]
    if len(grads) == 0:
        return torch.tensor(0.0)
    total = torch.linalg.vector_norm(torch.stack([torch.linalg.vector_norm(g) for g in grads]))
    factor = torch.clamp(max_norm / (total + 1e-6), max=1.0)
    for g in grads:
        g.mul_(factor)
    return total
