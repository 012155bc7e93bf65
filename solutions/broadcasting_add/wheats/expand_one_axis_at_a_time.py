"""Unsqueezes and expands one axis at a time, in a loop, each operand towards the other.
在循环里一次处理一根轴：先 unsqueeze，再让两个操作数互相靠拢地 expand。
"""

import torch
from torch import Tensor


def _stretch(x: Tensor, axis: int, size: int) -> Tensor:
    """Expand one axis of x and keep the others (-1 means: as it is)."""
    sizes = [-1] * x.dim()
    sizes[axis] = size
    return x.expand(sizes)


def broadcasting_add(a: Tensor, b: Tensor) -> Tensor:
    out_dtype = torch.result_type(a, b)
    while a.dim() < b.dim():
        a = a.unsqueeze(0)
    while b.dim() < a.dim():
        b = b.unsqueeze(0)
    for axis in range(-1, -a.dim() - 1, -1):
        if a.size(axis) == b.size(axis):
            continue
        if a.size(axis) == 1:
            a = _stretch(a, axis, b.size(axis))
        elif b.size(axis) == 1:
            b = _stretch(b, axis, a.size(axis))
        else:
            raise ValueError(f"axis {axis}: {a.size(axis)} against {b.size(axis)}")
    return (a + b).to(out_dtype)
