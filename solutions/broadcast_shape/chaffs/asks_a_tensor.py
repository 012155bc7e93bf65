"""Adds two tensors without data and reads off their shape.
把两个没有数据的张量相加，再读出形状。

Notes: S1 §24–26, broadcast: when two shapes match | S1 第 24–26 节，broadcast：什么时候匹配
"""

import torch


def broadcast_shape(s1, s2):
    try:
        total = torch.empty(s1, device="meta") + torch.empty(s2, device="meta")
    except RuntimeError as error:
        raise ValueError(str(error)) from error
    return tuple(total.shape)
