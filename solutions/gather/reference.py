"""Reference for gather: advanced indexing with one grid per axis, the index itself on axis `dim`."""

from __future__ import annotations

import torch


def gather(x: torch.Tensor, dim: int, index: torch.Tensor) -> torch.Tensor:
    """Return the elements of ``x`` that ``index`` names along ``dim``, in the shape of ``index``."""
    _check_ranks_and_dtype(x, index)
    axis = _axis(dim, x.dim())
    _check_sizes(x, axis, index)
    _check_range(x.size(axis), index)
    return x[_grids(index, axis)]


def _grids(index: torch.Tensor, axis: int) -> tuple[torch.Tensor, ...]:
    """Return, per axis, where to read: counted up to index's size, except along ``axis``."""
    counted = [torch.arange(size, device=index.device) for size in index.shape]
    grids = [count.view(_along(i, index.dim())) for i, count in enumerate(counted)]
    grids[axis] = index.long()
    return tuple(grids)


def _along(axis: int, rank: int) -> list[int]:
    return [-1 if i == axis else 1 for i in range(rank)]


def _axis(dim: int, rank: int) -> int:
    if not -rank <= dim < rank:
        raise IndexError(f"dim {dim} is outside [{-rank}, {rank - 1}]")
    return dim % rank


def _check_ranks_and_dtype(x: torch.Tensor, index: torch.Tensor) -> None:
    if x.dim() == 0 or x.dim() != index.dim():
        raise ValueError(f"x has {x.dim()} axes and index {index.dim()}; both need the same, at least 1")
    if index.dtype not in (torch.int32, torch.int64):
        raise TypeError(f"index must be int32 or int64, not {index.dtype}")


def _check_sizes(x: torch.Tensor, axis: int, index: torch.Tensor) -> None:
    for i, (most, size) in enumerate(zip(x.shape, index.shape, strict=True)):
        if i != axis and size > most:
            raise ValueError(f"index has size {size} on axis {i}, x only {most}")


def _check_range(size: int, index: torch.Tensor) -> None:
    if ((index < 0) | (index >= size)).any():
        raise IndexError(f"index must lie in [0, {size - 1}]")
