"""A small class does the work; run as a script it compares itself with torch.gather and prints.
由一个小类完成工作；作为脚本运行时与 torch.gather 对拍并打印结果。
"""

from __future__ import annotations

from dataclasses import dataclass

import torch


@dataclass
class Gatherer:
    """Checks one request, then carries it out."""

    x: torch.Tensor
    dim: int
    index: torch.Tensor

    def __post_init__(self) -> None:
        rank = self.x.ndim
        if rank == 0 or self.index.ndim != rank:
            raise ValueError(f"ranks {rank} and {self.index.ndim}")
        if self.index.dtype is not torch.int32 and self.index.dtype is not torch.int64:
            raise TypeError(f"{self.index.dtype} cannot count positions")
        if self.dim not in range(-rank, rank):
            raise IndexError(f"no dim {self.dim} in {rank} axes")
        self.dim = range(rank)[self.dim]
        if any(n > m for i, (m, n) in enumerate(zip(self.x.shape, self.index.shape)) if i != self.dim):
            raise ValueError(f"index {tuple(self.index.shape)} is too long for {tuple(self.x.shape)}")
        inside = (self.index >= 0).logical_and(self.index < self.x.shape[self.dim])
        if not inside.all():
            raise IndexError("index outside of x")

    def where(self, axis: int) -> torch.Tensor:
        if axis == self.dim:
            return self.index.long()
        # counting by cumsum: 0, 1, 2, ... along the axis
        ones = torch.ones_like(self.index, dtype=torch.int64)
        return ones.cumsum(axis) - 1

    def run(self) -> torch.Tensor:
        return self.x[tuple(self.where(axis) for axis in range(self.x.ndim))]


def gather(x: torch.Tensor, dim: int, index: torch.Tensor) -> torch.Tensor:
    return Gatherer(x, dim, index).run()


if __name__ == "__main__":
    torch.manual_seed(0)
    for dim in range(3):
        x = torch.randn(2, 3, 4)
        index = torch.randint(0, x.shape[dim], (2, 3, 4))
        assert torch.equal(gather(x, dim, index), torch.gather(x, dim, index))
    print("gather agrees with torch.gather")
