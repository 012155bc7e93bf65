"""Uses divmod: the remainder says whether ceil_mode has anything to add.
使用 divmod：余数决定 ceil_mode 是否要加一。
"""

import operator


def as_int(value):
    if isinstance(value, bool):  # operator.index would take it
        raise TypeError("a bool is not a size")
    return operator.index(value)  # TypeError for floats


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if isinstance(n, (tuple, list)):
        def at(axis):
            values = []
            for value in (kernel, stride, padding, dilation):
                values.append(value[axis] if isinstance(value, (tuple, list)) else value)
            return conv_output_size(n[axis], *values, ceil_mode=ceil_mode)

        return at(0), at(1)
    n, kernel, stride, padding, dilation = map(as_int, (n, kernel, stride, padding, dilation))
    if n < 1 or kernel < 1 or stride < 1 or dilation < 1 or padding < 0:
        raise ValueError("argument out of range")
    room = n + 2 * padding - (dilation * (kernel - 1) + 1)
    if room < 0:
        raise ValueError("kernel larger than padded input")
    steps, left = divmod(room, stride)
    if ceil_mode and left and (steps + 1) * stride < n + padding:
        steps += 1
    return steps + 1
