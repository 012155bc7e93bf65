"""Reduces one dim after the other: a norm of norms with the same p is the norm of all.
逐维归约：同一个 p 的范数的范数就是整体的范数。
"""

import torch


def _one(x, p, d):
    if p == float("inf"):
        return x.max(dim=d, keepdim=True).values
    return x.pow(p).sum(dim=d, keepdim=True).pow(1.0 / p)


def p_norm(x, p=2, dim=None, keepdim=False):
    if p <= 0:
        raise ValueError(f"{p=}")
    if dim is None:
        dims = range(x.ndim)
    elif isinstance(dim, int):
        dims = [dim]
    else:
        dims = list(dim)
    if any(d >= x.ndim or d < -x.ndim for d in dims):
        raise IndexError("dim")
    dims = [d % x.ndim for d in dims]
    out = x.abs() if x.is_floating_point() else x.to(torch.get_default_dtype()).abs()
    for d in dims:
        out = _one(out, p, d)
    for d in sorted(dims, reverse=True):
        out = out if keepdim else out.squeeze(d)
    return out
