"""Reference for adaptive_avg_pool2d: one averaging matrix per axis."""

import torch


def adaptive_avg_pool2d(x: torch.Tensor, out_hw: int | tuple[int, int]) -> torch.Tensor:
    """Return the means of ``x`` [N, C, H, W] over oh × ow windows from ⌊iH/oh⌋ to ⌈(i+1)H/oh⌉."""
    height, width = (out_hw, out_hw) if isinstance(out_hw, int) else out_hw
    if height < 1 or width < 1:
        raise ValueError(f"the output size must be at least 1, got {out_hw}")
    rows, columns = _averages(x.size(2), height, x), _averages(x.size(3), width, x)
    return rows @ x @ columns.t()


def _averages(size: int, out: int, like: torch.Tensor) -> torch.Tensor:
    """Return the [out, size] matrix whose row i averages over window i."""
    starts = torch.arange(out, device=like.device) * size // out
    stops = -(torch.arange(1, out + 1, device=like.device) * -size // out)
    places = torch.arange(size, device=like.device)
    inside = (places >= starts[:, None]) & (places < stops[:, None])
    return inside.to(like.dtype) / (stops - starts)[:, None]
