"""Walks over the lines one by one and stacks them again.
逐组计算，最后再拼起来。
"""

import torch


def _one_line(line):
    if len(line) == 0:
        return line.clone()
    shifted = line - max(line.tolist())
    weights = shifted.exp()
    return weights / weights.sum()


def stable_softmax(x: torch.Tensor, dim: int) -> torch.Tensor:
    axes = range(-x.ndim, x.ndim)
    if dim not in axes:
        raise IndexError(dim)
    if not x.dtype.is_floating_point:
        x = x.type(torch.get_default_dtype())
    last = x.movedim(dim, -1)
    if last.numel() == 0:
        return torch.zeros_like(x)
    lines = [_one_line(line) for line in last.reshape(-1, last.shape[-1])]
    return torch.stack(lines).reshape(last.shape).movedim(-1, dim)
