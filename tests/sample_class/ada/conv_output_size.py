"""Homework 1, exercise 4 -- how large is the output of a convolution?  Ada L."""

from __future__ import annotations

import torch

Size = int | tuple[int, int]


def check_int(name: str, value: object, smallest: int) -> int:
    """Return ``value`` if it is a real int and not too small."""
    if type(value) is not int:
        raise TypeError(f"{name} must be an int, got {type(value).__name__}")
    if value < smallest:
        raise ValueError(f"{name} must be >= {smallest}, got {value}")
    return value


def size_along_one_axis(n, kernel, stride, padding, dilation, ceil_mode) -> int:
    """The formula, for one axis."""
    n = check_int("n", n, 1)
    kernel = check_int("kernel", kernel, 1)
    stride = check_int("stride", stride, 1)
    padding = check_int("padding", padding, 0)
    dilation = check_int("dilation", dilation, 1)

    covered = dilation * (kernel - 1) + 1
    room = n + 2 * padding - covered
    if room < 0:
        raise ValueError(f"a kernel covering {covered} does not fit into {n + 2 * padding}")

    steps, rest = divmod(room, stride)
    if ceil_mode and rest > 0 and (steps + 1) * stride < n + padding:
        steps += 1
    return steps + 1


def both(value: Size) -> tuple[int, int]:
    """Turn an int into a pair."""
    return tuple(value) if isinstance(value, (tuple, list)) else (value, value)


def conv_output_size(
    n: Size,
    kernel: Size,
    stride: Size = 1,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> Size:
    """Return the output size of a convolution or pooling layer."""
    if isinstance(n, (tuple, list)):
        axes = zip(both(n), both(kernel), both(stride), both(padding), both(dilation))
        return tuple(size_along_one_axis(*axis, ceil_mode) for axis in axes)
    return size_along_one_axis(n, kernel, stride, padding, dilation, ceil_mode)


if __name__ == "__main__":
    for n in range(5, 20):
        for kernel in range(1, 5):
            for stride in range(1, 4):
                layer = torch.nn.Conv1d(1, 1, kernel, stride, padding=1)
                assert layer(torch.zeros(1, 1, n)).shape[-1] == conv_output_size(n, kernel, stride, 1)
    print("conv_output_size: all fine")
