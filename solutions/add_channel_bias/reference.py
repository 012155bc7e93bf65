"""Reference for add_channel_bias: two axes of size 1 behind the bias put it where it belongs."""

from __future__ import annotations

import torch


def add_channel_bias(feat: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """Return ``feat`` with ``bias[c]`` added to every pixel of channel ``c``."""
    channels = feat.size(1)
    if bias.shape != (channels,):
        raise ValueError(f"bias has shape {list(bias.shape)}, but there are {channels} channels")
    return feat + bias.reshape(channels, 1, 1)
