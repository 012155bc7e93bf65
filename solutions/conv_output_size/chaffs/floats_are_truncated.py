"""Turns every argument into an int first, so that 2.5 quietly becomes 2.
先把每个参数转成 int，于是 2.5 悄悄变成 2。

Notes: S2 convolution layer, Conv2d parameters | S2 卷积层，Conv2d 的参数
"""

def _check(value, least, name):
    if isinstance(value, bool):
        raise TypeError(f"{name} must be an int")
    if int(value) < least:
        raise ValueError(f"{name} must be at least {least}")
    return int(value)


def _one(n, kernel, stride, padding, dilation, ceil_mode):
    n = _check(n, 1, "n")
    kernel = _check(kernel, 1, "kernel")
    stride = _check(stride, 1, "stride")
    padding = _check(padding, 0, "padding")
    dilation = _check(dilation, 1, "dilation")
    room = n + 2 * padding - dilation * (kernel - 1) - 1
    if room < 0:
        raise ValueError("the kernel is larger than the padded input")
    if ceil_mode:
        out = -(-room // stride) + 1
        if (out - 1) * stride >= n + padding:
            out -= 1
        return out
    return room // stride + 1


def _at(value, axis):
    return value[axis] if isinstance(value, (tuple, list)) else value


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if isinstance(n, (tuple, list)):
        return tuple(
            _one(
                n[axis],
                _at(kernel, axis),
                _at(stride, axis),
                _at(padding, axis),
                _at(dilation, axis),
                ceil_mode,
            )
            for axis in (0, 1)
        )
    return _one(n, kernel, stride, padding, dilation, ceil_mode)
