"""Recursion: one place, plus the places of an input shorter by one stride; prints a trace.
递归：一个位置，再加上缩短一个步长之后的位置数；并打印过程。
"""

import sys


def _steps(room: int, stride: int) -> int:
    """Number of further places when the window can still move by ``room``."""
    return 0 if room < stride else 1 + _steps(room - stride, stride)


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    match n:
        case (a, b):
            pick = lambda v, i: v[i] if isinstance(v, (tuple, list)) else v  # noqa: E731
            rest = (kernel, stride, padding, dilation)
            return (
                conv_output_size(a, *(pick(v, 0) for v in rest), ceil_mode),
                conv_output_size(b, *(pick(v, 1) for v in rest), ceil_mode),
            )
    least = {"n": 1, "kernel": 1, "stride": 1, "padding": 0, "dilation": 1}
    for name, low in least.items():
        value = locals()[name]
        if type(value) is not int:
            raise TypeError(f"{name}: {value!r}")
        if value < low:
            raise ValueError(f"{name}: {value}")
    room = n + 2 * padding - 1 - dilation * (kernel - 1)
    print(f"room to move: {room}", file=sys.stderr)
    if room < 0:
        raise ValueError("too large a kernel")
    places = 1 + _steps(room, stride)
    overhang = room - (places - 1) * stride
    return places + (bool(ceil_mode) and overhang > 0 and places * stride < n + padding)
