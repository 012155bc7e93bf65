"""Homework 1, exercise 1 -- broadcasting by hand.  Ada L."""

from __future__ import annotations

import torch
from torch import Tensor


def common_shape(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, ...]:
    """Return the shape both tensors are stretched to.

    The shorter shape is padded with ones on the LEFT; then each axis is decided by itself.

    >>> common_shape((2, 1), (3,))
    (2, 3)
    """
    rank = max(len(first), len(second))
    first = (1,) * (rank - len(first)) + first
    second = (1,) * (rank - len(second)) + second

    result: list[int] = []
    for axis, (m, n) in enumerate(zip(first, second)):
        if m == n:
            result.append(m)
        elif m == 1:
            result.append(n)
        elif n == 1:
            result.append(m)
        else:
            raise ValueError(f"axis {axis}: size {m} and size {n} cannot be broadcast together")
    return tuple(result)


def broadcasting_add(a: Tensor, b: Tensor) -> Tensor:
    """Add two tensors of different shapes; see the statement for the contract."""
    shape = common_shape(tuple(a.shape), tuple(b.shape))
    dtype = torch.result_type(a, b)  # before expand(): a 0-d tensor has less to say

    left: Tensor = a.to(dtype).expand(shape)
    right: Tensor = b.to(dtype).expand(shape)
    assert left.shape == right.shape
    return torch.add(left, right)


if __name__ == "__main__":
    for shape_a, shape_b in [((2, 1), (3,)), ((), (4,)), ((0, 1), (3,)), ((5, 1, 2), (4, 1))]:
        one, two = torch.randn(shape_a), torch.randn(shape_b)
        assert torch.equal(broadcasting_add(one, two), one + two), (shape_a, shape_b)
        assert torch.broadcast_shapes(shape_a, shape_b) == common_shape(shape_a, shape_b)
    try:
        broadcasting_add(torch.zeros(2), torch.zeros(3))
    except ValueError as error:
        print("refused, as it should be:", error)
    print("all fine")
