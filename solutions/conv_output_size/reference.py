"""Reference for conv_output_size: how far can the window move, and in how many steps?"""

from __future__ import annotations

Size = int | tuple[int, int]


def conv_output_size(
    n: Size,
    kernel: Size,
    stride: Size = 1,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> Size:
    """Return the number of places of a convolution or pooling window, per axis if ``n`` is a pair."""
    if not isinstance(n, tuple | list):
        return _places(n, kernel, stride, padding, dilation, ceil_mode=ceil_mode)
    axes = zip(*(_pair(value) for value in (n, kernel, stride, padding, dilation)), strict=True)
    height, width = (_places(*axis, ceil_mode=ceil_mode) for axis in axes)
    return height, width


def _pair(value: Size) -> tuple[int, int]:
    if isinstance(value, tuple | list):
        first, second = value
        return first, second
    return value, value


def _places(
    n: object, kernel: object, stride: object, padding: object, dilation: object, *, ceil_mode: bool
) -> int:
    n, kernel = _at_least(1, n, "n"), _at_least(1, kernel, "kernel")
    stride, dilation = _at_least(1, stride, "stride"), _at_least(1, dilation, "dilation")
    padding = _at_least(0, padding, "padding")
    room = n + 2 * padding - dilation * (kernel - 1) - 1
    if room < 0:
        raise ValueError(f"the window needs {-room} more than the padded input has")
    if not ceil_mode:
        return room // stride + 1
    places = -(-room // stride) + 1
    # A last window that starts in the right padding would see no input at all.
    return places - 1 if (places - 1) * stride >= n + padding else places


def _at_least(least: int, value: object, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be an int, not {value!r}")
    if value < least:
        raise ValueError(f"{name} must be at least {least}, not {value}")
    return value
