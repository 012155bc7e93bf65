"""Pools the width, then the height, and carries the column along.
先池化宽，再池化高，并带上列号。
"""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    if padding > k / 2:
        raise ValueError("padding")
    s = stride if stride is not None else k
    w = x.size(3)
    x = F.pad(x, (padding,) * 4, value=-torch.inf)
    across, column = torch.max(x.unfold(3, k, s), dim=-1)
    column = column + torch.arange(across.size(3), device=x.device) * s - padding
    values, row = torch.max(across.unfold(2, k, s), dim=-1)
    column = column.unfold(2, k, s).gather(-1, row.unsqueeze(-1)).squeeze(-1)
    row = row + torch.arange(values.size(2), device=x.device)[:, None] * s - padding
    return [values, row * w + column]
