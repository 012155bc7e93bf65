"""Fills a detached alias inside inference_mode; validates with an Enum.
在 inference_mode 里填充 detach 出来的别名；用枚举检查参数。
"""

from __future__ import annotations

import enum
import math

import torch


class Law(enum.Enum):
    UNIFORM = "uniform"
    NORMAL = "normal"


def fans(w: torch.Tensor) -> tuple[int, int]:
    receptive_field = math.prod(w.shape[2:])
    return w.shape[1] * receptive_field, w.shape[0] * receptive_field


def xavier_init(
    w: torch.Tensor,
    gain: float = 1.0,
    distribution: str = "uniform",
    generator: torch.Generator | None = None,
) -> torch.Tensor:
    law = Law(distribution)  # an unknown value is already a ValueError
    if w.dim() < 2:
        raise ValueError("fan in and fan out can not be computed for fewer than 2 dimensions")
    fan_in, fan_out = fans(w)
    std = gain * math.sqrt(2.0 / (fan_in + fan_out))
    inside = w.detach()
    with torch.inference_mode():
        if law is Law.NORMAL:
            inside.normal_(0.0, std, generator=generator)
        else:
            inside.uniform_(-math.sqrt(3.0) * std, math.sqrt(3.0) * std, generator=generator)
    return w
