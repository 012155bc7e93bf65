"""HW1 Task 4."""

from dataclasses import dataclass
from typing import ClassVar


class TooLarge(ValueError):
    """The kernel does not fit."""


@dataclass
class Window:
    n: int
    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1

    MINIMA: "ClassVar" = {"n": 1, "kernel": 1, "stride": 1, "padding": 0, "dilation": 1}

    def __post_init__(self):
        for name, minimum in self.MINIMA.items():
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int):
                raise TypeError(f"{name}: expected int, got {value!r}")
            if value < minimum:
                raise ValueError(f"{name}: expected >= {minimum}, got {value}")

    @property
    def room(self):
        return self.n + 2 * self.padding - self.dilation * (self.kernel - 1) - 1

    def places(self, ceil_mode):
        if self.room < 0:
            raise TooLarge(f"{self} does not fit")
        if not ceil_mode:
            return 1 + self.room // self.stride
        candidates = 1 + (self.room + self.stride - 1) // self.stride
        last_start = (candidates - 1) * self.stride
        return candidates if last_start < self.n + self.padding else candidates - 1


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    def axis(i):
        values = (v[i] if isinstance(v, (tuple, list)) else v for v in (n, kernel, stride, padding, dilation))
        return Window(*values).places(ceil_mode)

    return (axis(0), axis(1)) if isinstance(n, (tuple, list)) else Window(n, kernel, stride, padding, dilation).places(ceil_mode)
