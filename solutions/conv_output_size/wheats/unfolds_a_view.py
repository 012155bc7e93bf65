"""Makes a tensor without memory of the padded length and counts the windows that Tensor.unfold sees.
造一个不占内存的张量，长度为填充后的输入，再数 Tensor.unfold 看到的窗口。
"""

import torch
from torch import Tensor


def _line(length: int) -> Tensor:
    return torch.zeros(1).expand(length)


def _count(n, kernel, stride, padding, dilation, ceil_mode) -> int:
    for value, least in ((n, 1), (kernel, 1), (stride, 1), (padding, 0), (dilation, 1)):
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(value)
        if value < least:
            raise ValueError(value)
    reach = (kernel - 1) * dilation + 1
    if reach > n + 2 * padding:
        raise ValueError("reach > padded input")
    count = _line(n + 2 * padding).unfold(0, reach, stride).size(0)
    if ceil_mode:
        # as if the right side had been padded until the next window fits
        longer = _line(n + 2 * padding + stride - 1).unfold(0, reach, stride).size(0)
        if (longer - 1) * stride < n + padding:
            count = longer
    return count


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    parameters = [kernel, stride, padding, dilation]
    if isinstance(n, (tuple, list)):
        rows, columns = (
            _count(n[i], *[v[i] if isinstance(v, (tuple, list)) else v for v in parameters], ceil_mode)
            for i in range(2)
        )
        return rows, columns
    return _count(n, *parameters, ceil_mode)
