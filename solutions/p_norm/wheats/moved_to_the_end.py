"""Moves the dims to the end, flattens them and reduces once.
把各 dim 移到最后，展平后一次归约。
"""

import torch


def p_norm(x, p=2, dim=None, keepdim=False):
    if p <= 0.0:
        raise ValueError("p must be > 0")
    rank = x.dim()
    dims = tuple(range(rank)) if dim is None else (dim,) if isinstance(dim, int) else tuple(dim)
    for d in dims:
        if d not in range(-rank, rank):
            raise IndexError(f"no dim {d}")
    dims = {d % rank for d in dims}
    rest = [d for d in range(rank) if d not in dims]
    y = x.permute(rest + sorted(dims)).abs()
    if not y.is_floating_point():
        y = x.permute(rest + sorted(dims)).to(torch.get_default_dtype()).abs()
    count = torch.Size([x.shape[d] for d in dims]).numel()
    y = y.reshape([x.shape[d] for d in rest] + [count])
    if p == float("inf"):
        out = y.max(-1)[0]
    else:
        out = y.pow(p).sum(-1) ** (1 / p)
    return out.reshape([1 if d in dims else x.shape[d] for d in range(rank)]) if keepdim else out
