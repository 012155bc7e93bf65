"""Homework 1, exercise 2 -- gather without gather.  Ada L."""

from __future__ import annotations

import torch
from torch import Tensor

ALLOWED_DTYPES = (torch.int32, torch.int64)


def check_arguments(x: Tensor, dim: int, index: Tensor) -> int:
    """Return ``dim`` counted from the front, or raise what the contract asks for."""
    if x.dim() == 0:
        raise ValueError("x needs at least one axis")
    if x.dim() != index.dim():
        raise ValueError(f"x has {x.dim()} axes, index has {index.dim()}")
    if index.dtype not in ALLOWED_DTYPES:
        raise TypeError(f"index has dtype {index.dtype}; only int32 and int64 are allowed")
    if dim < -x.dim() or dim >= x.dim():
        raise IndexError(f"dim {dim} does not exist for {x.dim()} axes")
    if dim < 0:
        dim += x.dim()
    for axis in range(x.dim()):
        if axis != dim and index.shape[axis] > x.shape[axis]:
            raise ValueError(f"index is longer than x on axis {axis}")
    out_of_range = (index < 0) | (index >= x.shape[dim])
    if bool(out_of_range.any()):
        raise IndexError("an element of index is out of range")
    return dim


def gather(x: Tensor, dim: int, index: Tensor) -> Tensor:
    """out[i][j][k] = x[index[i][j][k]][j][k] for dim = 0, and so on."""
    dim = check_arguments(x, dim, index)

    coordinates: list[Tensor] = []
    for axis in range(x.dim()):
        if axis == dim:
            coordinates.append(index.to(torch.int64))
            continue
        counter = torch.arange(index.shape[axis], device=index.device)
        shape = [1] * x.dim()
        shape[axis] = index.shape[axis]
        coordinates.append(counter.view(shape))
    return x[tuple(coordinates)]


if __name__ == "__main__":
    torch.manual_seed(1)
    for dim in (-1, 0, 1, 2):
        x = torch.randn(4, 5, 6)
        index = torch.randint(0, x.shape[dim], (3, 4, 2))
        assert torch.equal(gather(x, dim, index), torch.gather(x, dim, index))
    print("gather: all fine")
