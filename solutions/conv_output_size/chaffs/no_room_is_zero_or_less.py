"""Returns 0 or a negative size where the kernel does not fit.
卷积核放不下时返回 0 或负数。

Notes: S2 3-D convolution: the kernel may not exceed the padded input | S2 3d卷积：卷积核不能大于填充后的输入
"""

def _check(value, least, name):
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be an int")
    if value < least:
        raise ValueError(f"{name} must be at least {least}")


def _one(n, kernel, stride, padding, dilation, ceil_mode):
    _check(n, 1, "n")
    _check(kernel, 1, "kernel")
    _check(stride, 1, "stride")
    _check(padding, 0, "padding")
    _check(dilation, 1, "dilation")
    room = n + 2 * padding - dilation * (kernel - 1) - 1
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
