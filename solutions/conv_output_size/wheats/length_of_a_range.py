"""Lets range do the arithmetic: the starts of the windows are a range, and len counts them.
让 range 来算：各窗口的起点构成一个 range，len 就是个数。
"""

from typing import Union

Size = Union[int, tuple[int, int]]


def conv_output_size(
    n: Size,
    kernel: Size,
    stride: Size = 1,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> Size:
    numbers = (n, kernel, stride, padding, dilation)
    if isinstance(n, tuple):
        first, second = (
            tuple(number[axis] if isinstance(number, tuple) else number for number in numbers)
            for axis in (0, 1)
        )
        return conv_output_size(*first, ceil_mode), conv_output_size(*second, ceil_mode)
    for number, least in zip(numbers, (1, 1, 1, 0, 1)):
        if isinstance(number, bool) or not isinstance(number, int):
            raise TypeError(f"expected an int, got {type(number).__name__}")
        if number < least:
            raise ValueError(f"{number} < {least}")
    starts = range(0, n + 2 * padding - dilation * (kernel - 1), stride)
    if not starts:
        raise ValueError("the kernel is larger than the padded input")
    complete = len(starts)
    if not ceil_mode:
        return complete
    covered = starts[-1] + dilation * (kernel - 1) + 1 == n + 2 * padding
    following = starts[-1] + stride
    return complete if covered or following >= n + padding else complete + 1
