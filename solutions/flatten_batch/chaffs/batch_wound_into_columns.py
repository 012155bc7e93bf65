"""Asks for [K, N] transposed: the right shape, with the samples mixed.
先变成 [K, N] 再转置：形状对了，样本却混在一起。

Notes: S1 §20–23, view: right sizes in the wrong order pollute the data | S1 第 20–23 节，view：大小对而顺序错会污染数据
"""

from math import prod


def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    return x.reshape(prod(x.shape[1:]), x.size(0)).t()
