"""Reference for to_tensor: a channel axis for all, the axes in order, and only bytes are scaled."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch


def to_tensor(img: np.ndarray[Any, Any]) -> torch.Tensor:
    """Return ``img`` as a tensor ``[C, H, W]`` of its own memory, bytes scaled to [0, 1]."""
    if img.ndim not in (2, 3):
        raise ValueError(f"an image has 2 or 3 axes, not {img.ndim}")
    pixels = torch.tensor(img[:, :, np.newaxis] if img.ndim == 2 else img)
    channels_first = pixels.permute(2, 0, 1)
    # By dtype, not by value: a dark image of bytes is one of bytes all the same.
    return channels_first.to(torch.float32) / 255 if img.dtype == np.uint8 else channels_first
