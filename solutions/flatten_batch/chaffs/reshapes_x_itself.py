"""Gives x itself the new shape, in place.
就地改变了 x 自己的形状。

Notes: S1 §20–23, view and reshape; S4 §4, flatten layer | S1 第 20–23 节，view 与 reshape；S4 第 4 节，Flatten 层
"""

from math import prod


def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    flat = x.reshape(x.size(0), prod(x.shape[1:]))
    x.data = flat.data
    return flat
