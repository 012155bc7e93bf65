"""Divides by the largest size first, so that no power overflows.
先除以最大的绝对值，求幂就不会溢出。
"""

import math

import torch


def p_norm(x, p=2, dim=None, keepdim=False):
    if not p > 0:
        raise ValueError("p > 0")
    a = torch.abs(x if torch.is_floating_point(x) else x.type(torch.get_default_dtype()))
    dims = list(range(a.dim())) if dim is None else [dim] if isinstance(dim, int) else list(dim)
    if a.numel() == 0:
        return torch.sum(a, dims, keepdim=keepdim)
    top = torch.amax(a, dims, keepdim=True)
    if not math.isinf(p):
        safe = torch.where(top > 0, top, torch.ones_like(top)).detach()
        top = safe * ((a / safe) ** p).sum(dims, keepdim=True) ** (1 / p)
    if keepdim:
        return top
    for d in sorted((d % a.dim() for d in dims), reverse=True) if a.dim() else []:
        top = top.squeeze(d)
    return top
