"""Reference for max_pool2d: all windows as a view of the padded map, then one max."""

import math

import torch
import torch.nn.functional as F


def max_pool2d(
    x: torch.Tensor, k: int, stride: int | None = None, padding: int = 0
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return (values, indices) of the maxima of ``x`` [N, C, H, W] under k × k windows, padded with -inf."""
    if 2 * padding > k:
        raise ValueError(f"padding {padding} is more than half of the window {k}")
    step = k if stride is None else stride
    padded = F.pad(x, (padding,) * 4, value=-math.inf)
    windows = padded.unfold(2, k, step).unfold(3, k, step).flatten(4)
    values, inside = windows.max(dim=-1)
    rows = _starts(values.size(2), step, padding, x.device)[:, None] + inside // k
    columns = _starts(values.size(3), step, padding, x.device) + inside % k
    return values, rows * x.size(3) + columns


def _starts(count: int, step: int, padding: int, device: torch.device) -> torch.Tensor:
    """Return where each window begins, counted on the map without padding."""
    return torch.arange(count, device=device) * step - padding
