"""Believes the notes: flattens both, and asks only that the numbers of elements agree.
照笔记的说法，把两者都展平，只要求元素数目相同。

Notes: S1 §18–19, masked_select: shapes must broadcast, equal numbers are not enough | S1 第 18–19 节，masked_select：形状要能广播，只是数目相同并不够
"""

import torch


def masked_select(x, mask):
    if mask.dtype != torch.bool:
        raise TypeError("mask must be bool")
    if x.numel() != mask.numel():
        raise ValueError("mask needs as many elements as x")
    return x.reshape(-1)[mask.reshape(-1)]
