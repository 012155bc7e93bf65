def walk(n, kernel, stride, padding, dilation, ceil_mode):
    for v in (n, kernel, stride, padding, dilation):
        if isinstance(v, bool) or not isinstance(v, int):
            raise TypeError("int!")
    if n < 1 or kernel < 1 or dilation < 1 or padding < 0:
        raise ValueError("too small")
    length = dilation * (kernel - 1) + 1
    if length > n + 2 * padding:
        raise ValueError("too large")
    count, start = 0, -padding
    while start + length <= n + padding:
        count += 1
        start += stride
    return count


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if isinstance(n, tuple):
        first = [v if isinstance(v, int) else v[0] for v in (n, kernel, stride, padding, dilation)]
        second = [v if isinstance(v, int) else v[1] for v in (n, kernel, stride, padding, dilation)]
        return walk(*first, ceil_mode), walk(*second, ceil_mode)
    return walk(n, kernel, stride, padding, dilation, ceil_mode)
