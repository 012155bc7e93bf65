"""Memory layouts: the same numbers behind other strides, with poison in the storage between them."""

from __future__ import annotations

from collections.abc import Callable

import torch

Layout = Callable[[torch.Tensor], torch.Tensor]

_STEP = 2


def poison(dtype: torch.dtype) -> float | int | bool:
    """What nobody may read: NaN, or an integer that is no index and shows in any sum."""
    if dtype.is_floating_point:
        return float("nan")
    return True if dtype == torch.bool else int(torch.iinfo(dtype).max)


def contiguous(values: torch.Tensor) -> torch.Tensor:
    """Leave the tensor as it is."""
    return values


def transposed(values: torch.Tensor) -> torch.Tensor:
    """Reverse the strides (column order)."""
    axes = tuple(reversed(range(values.dim())))
    return values.permute(axes).contiguous().permute(axes)


def sliced(values: torch.Tensor) -> torch.Tensor:
    """Put the elements at every second place, from offset 1 on, and poison in all the others."""
    last = values.shape[-1] if values.dim() else 1
    storage = torch.full((*values.shape[:-1], _STEP * last + 1), poison(values.dtype), dtype=values.dtype)
    view = storage[..., 1::_STEP]
    view.copy_(values.reshape(view.shape))
    return view if values.dim() else view[0]


def expanded(values: torch.Tensor) -> torch.Tensor:
    """Repeat the first slice along the first axis that has more than one: stride 0, other values."""
    axis = next((axis for axis, side in enumerate(values.shape) if side > 1), None)
    return values if axis is None else values.narrow(axis, 0, 1).clone().expand(values.shape)


def permuted(values: torch.Tensor) -> torch.Tensor:
    """Rotate the axes in memory (a permutation that is not its own inverse from rank 3 on)."""
    there = (*range(1, values.dim()), 0) if values.dim() else ()
    back = (values.dim() - 1, *range(values.dim() - 1)) if values.dim() else ()
    return values.permute(there).contiguous().permute(back)


CONTIGUOUS: tuple[Layout, ...] = (contiguous,)
# Half of the draws are contiguous, so that other faults are met in the layout that is easiest to read.
LAYOUTS: tuple[Layout, ...] = (*CONTIGUOUS * 4, transposed, sliced, expanded, permuted)
