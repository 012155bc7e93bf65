"""Reference for restore_layout: the axes as they were before the view, then the transpose undone."""

from __future__ import annotations

import torch


def restore_layout(flat: torch.Tensor, c: int, h: int, w: int) -> torch.Tensor:
    """Return the images that became ``flat`` by ``x.transpose(1, 3).contiguous().view(B, -1)``."""
    batch, length = flat.shape
    if length != c * h * w:
        raise ValueError(f"rows of {length} numbers are no images of {c} x {h} x {w}")
    # Not -1 for the batch: it would take numbers from one image to fill up another.
    return flat.reshape(batch, w, h, c).transpose(1, 3).clone()
