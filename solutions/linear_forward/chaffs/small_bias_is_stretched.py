"""Accepts any bias that broadcasts to the result, one number included.
凡能广播到结果的偏置都接受，包括单个数。

Notes: S1 §24–26, broadcasting | S1 第 24–26 节 broadcast
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x and weight do not fit")
    y = x @ weight.t()
    if bias is not None:
        try:
            y = y + bias.expand_as(y)
        except RuntimeError:
            raise ValueError("bias") from None
    return y
