# Do not compute: count. The window walks, we make a mark for each place it has stood on.


def walk(n, kernel, stride, padding, dilation, ceil_mode):
    for value, least in ((n, 1), (kernel, 1), (stride, 1), (padding, 0), (dilation, 1)):
        if not isinstance(value, int) or value is True or value is False:
            raise TypeError(repr(value))
        if value < least:
            raise ValueError(repr(value))
    left, right = -padding, n + padding
    length = len(range(0, dilation * kernel, dilation)) * dilation - dilation + 1
    if left + length > right:
        raise ValueError("the window has no place to stand")
    marks = []
    while left + length <= right:
        marks.append(left)
        left += stride
    hangs_over = left + length > right and left < n and left + length - stride < right
    return len(marks) + (1 if ceil_mode and hangs_over else 0)


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if not isinstance(n, (tuple, list)):
        return walk(n, kernel, stride, padding, dilation, ceil_mode)
    result = []
    for axis in (0, 1):
        pick = lambda v: v[axis] if isinstance(v, (tuple, list)) else v
        result.append(walk(*map(pick, (n, kernel, stride, padding, dilation)), ceil_mode))
    return result
