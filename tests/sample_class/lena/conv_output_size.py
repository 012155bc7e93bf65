def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    """Integers only, so no device can go wrong here."""
    values = [n, kernel, stride, padding, dilation]
    if isinstance(n, (list, tuple)):
        rows = [[v[i] if isinstance(v, (list, tuple)) else v for v in values] for i in range(2)]
        return tuple(conv_output_size(*row, ceil_mode=ceil_mode) for row in rows)
    for value, least in zip(values, [1, 1, 1, 0, 1]):
        if isinstance(value, (bool, float)):
            raise TypeError(value)
        if value < least:
            raise ValueError(value)
    free = n + 2 * padding - (dilation * (kernel - 1) + 1)
    if free < 0:
        raise ValueError("kernel too large")
    last, rest = divmod(free, stride)
    if ceil_mode and rest and (last + 1) * stride < n + padding:
        last += 1
    return last + 1
