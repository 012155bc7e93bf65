"""Writes the padded input out as letters and looks at every slice; returns torch.Size for a pair.
把填充后的输入写成一串字母并逐一查看切片；一对时返回 torch.Size。
"""

import torch


def one(n, k, s, p, d, ceil_mode):
    for value in (n, k, s, p, d):
        if not isinstance(value, int) or value is True or value is False:
            raise TypeError(type(value))
    if any(value <= 0 for value in (n, k, s, d)) or p < 0:
        raise ValueError("sizes must be positive")
    line = "l" * p + "x" * n + "r" * p
    starts = range(0, len(line), s)
    whole = [i for i in starts if i + d * (k - 1) < len(line)]
    if not whole:
        raise ValueError("no place for the kernel")
    seen_to = whole[-1] + d * (k - 1) + 1
    if ceil_mode and seen_to < len(line):
        following = whole[-1] + s
        if following < len(line) and line[following] != "r":
            whole.append(following)
    return len(whole)


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if not isinstance(n, (tuple, list)):
        return one(n, kernel, stride, padding, dilation, ceil_mode)
    sizes = []
    for axis in (0, 1):
        chosen = [v[axis] if isinstance(v, (tuple, list)) else v for v in (n, kernel, stride, padding, dilation)]
        sizes.append(one(*chosen, ceil_mode))
    return torch.Size(sizes)
