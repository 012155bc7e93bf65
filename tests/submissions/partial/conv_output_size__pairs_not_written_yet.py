"""Leaves pairs for later, with NotImplementedError."""

def along_one_axis(n, kernel, stride, padding, dilation, ceil_mode):
    for value, least in ((n, 1), (kernel, 1), (stride, 1), (padding, 0), (dilation, 1)):
        if type(value) is not int:
            raise TypeError(f"{value!r} is not an int")
        if value < least:
            raise ValueError(f"{value} is less than {least}")
    room = n + 2 * padding - dilation * (kernel - 1) - 1
    if room < 0:
        raise ValueError("the kernel does not fit")
    size = room // stride + 1
    return size + 1 if ceil_mode and room % stride and size * stride < n + padding else size


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if isinstance(n, (tuple, list)):
        raise NotImplementedError
    return along_one_axis(n, kernel, stride, padding, dilation, ceil_mode)
