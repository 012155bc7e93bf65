"""Takes floor or ceil by the sign, after looking at the distance to both.
先看到两侧的距离，再按符号取 floor 或 ceil。
"""

import torch


def round_half_away(x: torch.Tensor) -> torch.Tensor:
    if x.dtype in (torch.int8, torch.int16, torch.int32, torch.int64, torch.uint8):
        return x.detach().clone()
    low, high = torch.floor(x), torch.ceil(x)
    nearer_high = (high - x) < (x - low)
    tie = (high - x) == (x - low)
    outer = torch.where(x > 0, high, low)
    out = torch.where(tie, outer, torch.where(nearer_high, high, low))
    return torch.where(torch.isfinite(x), out, x)
