"""Reference for nchw_to_nhwc: permute, then copy in the order of the new axes."""

from __future__ import annotations

import torch

TO_THE_END = (0, 2, 3, 1)
TO_THE_FRONT = (0, 3, 1, 2)


def nchw_to_nhwc(x: torch.Tensor, inverse: bool = False) -> torch.Tensor:
    """Return a contiguous copy of ``x`` with its channels last, or with ``inverse`` first."""
    if x.dim() != 4:
        raise ValueError(f"x must have 4 axes, not {x.dim()}")
    moved = x.permute(TO_THE_FRONT if inverse else TO_THE_END)
    # Not contiguous(): that is no copy where the order in memory is right already.
    return moved.clone(memory_format=torch.contiguous_format)
