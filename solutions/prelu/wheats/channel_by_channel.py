"""Loops over the channels and stacks them again.
逐通道循环，最后再叠起来。
"""

import torch


def _one(x, slope):
    out = x * slope
    out = out.clone()
    out[x > 0] = x[x > 0]
    return out


def prelu(x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    slopes = weight.reshape(-1)
    if len(slopes) == 1:
        return _one(x, slopes[0])
    if x.dim() < 2 or len(slopes) != x.size(1) or not len(slopes):
        raise ValueError("slopes")
    return torch.stack([_one(part, slope) for part, slope in zip(x.unbind(1), slopes)], dim=1)
