"""Computes with fractions and floor or ceil, never with floats; warns where positions stay unused.
用分数与 floor、ceil 计算，绝不用浮点数；有位置用不上时发出警告。
"""

import warnings
from fractions import Fraction
from math import ceil, floor


def _axis(n, kernel, stride, padding, dilation, ceil_mode):
    values = dict(n=n, kernel=kernel, stride=stride, padding=padding, dilation=dilation)
    for name, value in values.items():
        if isinstance(value, (bool, float)) or not isinstance(value, int):
            raise TypeError(f"{name} must be an int")
        if value < 0 or (value == 0 and name != "padding"):
            raise ValueError(f"{name} must be positive")
    effective = kernel + (kernel - 1) * (dilation - 1)
    if effective > n + 2 * padding:
        raise ValueError("kernel larger than padded input")
    steps = Fraction(n + 2 * padding - effective, stride)
    if steps.denominator > 1:
        warnings.warn("the stride does not divide the way: some positions are unused", stacklevel=3)
    if ceil_mode and ceil(steps) * stride < n + padding:
        return ceil(steps) + 1
    return floor(steps) + 1


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if isinstance(n, (tuple, list)):
        pairs = [x if isinstance(x, (tuple, list)) else [x] * 2 for x in (n, kernel, stride, padding, dilation)]
        return [_axis(*column, ceil_mode) for column in zip(*pairs)]
    return _axis(n, kernel, stride, padding, dilation, ceil_mode)
