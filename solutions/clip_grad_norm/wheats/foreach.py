"""Works on the whole list with torch._foreach_*.
用 torch._foreach_* 一次处理整个列表。
"""

import torch


def clip_grad_norm(params, max_norm):
    grads = [p.grad for p in filter(lambda p: p.grad is not None, params)]
    if not grads:
        return torch.zeros(1).sum()
    norm = torch.stack(torch._foreach_norm(grads)).norm(2)
    if norm.item() > max_norm:
        torch._foreach_mul_(grads, float(max_norm / norm))
    return norm
