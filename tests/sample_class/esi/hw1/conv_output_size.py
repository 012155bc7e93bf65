import math


def one(n, k, s, p, d, ceil_mode):
    for v in (n, k, s, p, d):
        if type(v) != int:
            raise TypeError("integers only")
    if n < 1 or k < 1 or s < 1 or d < 1 or p < 0:
        raise ValueError("too small")
    size = (n + 2 * p - d * (k - 1) - 1) / s + 1
    if n + 2 * p < d * (k - 1) + 1:
        raise ValueError("kernel too large")
    return math.ceil(size) if ceil_mode else math.floor(size)


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if isinstance(n, (tuple, list)):
        def at(v, i):
            return v[i] if isinstance(v, (tuple, list)) else v

        h = one(n[0], at(kernel, 0), at(stride, 0), at(padding, 0), at(dilation, 0), ceil_mode)
        w = one(n[1], at(kernel, 1), at(stride, 1), at(padding, 1), at(dilation, 1), ceil_mode)
        return (h, w)
    return one(n, kernel, stride, padding, dilation, ceil_mode)
