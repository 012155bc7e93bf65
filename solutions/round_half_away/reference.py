"""Reference for round_half_away: cut towards zero, then one step outwards if half or more was cut off."""

from __future__ import annotations

import torch


def round_half_away(x: torch.Tensor) -> torch.Tensor:
    """Return every element rounded to the nearest whole number, ties away from zero."""
    if not x.is_floating_point():
        return x.clone()
    whole = x.trunc()
    # The difference is exact, where |x| + 0.5 would be rounded; of infinity it is NaN, and no step is made.
    outwards = (x - whole).abs() >= 0.5
    return torch.where(outwards, whole + x.sign(), whole)
