"""Moves the window along the padded input, place by place, and counts.
让窗口沿填充后的输入一格一格地移动并计数。
"""

def _check(*values):
    for value in values:
        if type(value) is not int:
            raise TypeError(f"{value!r} is not an int")


def _count(n, k, s, p, d, ceil_mode):
    _check(n, k, s, p, d)
    if min(n, k, s, d) < 1 or p < 0:
        raise ValueError((n, k, s, p, d))
    end = n + 2 * p
    last = d * (k - 1)  # from the first tap of the kernel to its last
    if last >= end:
        raise ValueError("the kernel does not fit")
    count = start = 0
    while start + last < end:
        count += 1
        start += s
    cut_off = start - s + last < end - 1
    if ceil_mode and cut_off and start < p + n:
        count += 1
    return count


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if isinstance(n, (tuple, list)):
        both = [v if isinstance(v, (tuple, list)) else (v, v) for v in (kernel, stride, padding, dilation)]
        return [_count(n[i], *[v[i] for v in both], ceil_mode) for i in range(2)]
    return _count(n, kernel, stride, padding, dilation, ceil_mode)
