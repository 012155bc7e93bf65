"""Stacks the channels along a new last axis, or the last axis along a new second one.
把各通道沿新的末维叠起来；反过来则沿新的第二维叠。
"""

import torch


def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x: torch.Tensor, inverse: bool = False) -> torch.Tensor:
    _check(x)
    source, target = (3, 1) if inverse else (1, 3)
    if x.size(source) == 0:
        order = (0, 3, 1, 2) if inverse else (0, 2, 3, 1)
        return x.new_empty([x.size(axis) for axis in order])
    return torch.stack(x.unbind(source), dim=target)
