"""Checks everything but the stride, and walks by it: a stride of 0 never arrives."""

def along_one_axis(n, kernel, stride, padding, dilation, ceil_mode):
    for value, least in ((n, 1), (kernel, 1), (padding, 0), (dilation, 1)):
        if type(value) is not int or type(stride) is not int:
            raise TypeError(f"{value!r} is not an int")
        if value < least:
            raise ValueError(f"{value} is less than {least}")
    room = n + 2 * padding - dilation * (kernel - 1) - 1
    if room < 0:
        raise ValueError("the kernel does not fit")
    size = 0
    while size * stride <= room:
        size += 1
    return size + 1 if ceil_mode and room % stride and size * stride < n + padding else size


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    values = (n, kernel, stride, padding, dilation)
    if isinstance(n, (tuple, list)):
        pairs = [v if isinstance(v, (tuple, list)) else (v, v) for v in values]
        return tuple(along_one_axis(*axis, ceil_mode) for axis in zip(*pairs))
    return along_one_axis(*values, ceil_mode)
