"""Returns a 1-d batch as it is.
1 维的批次原样返回。

Notes: S1 §20–23, view and reshape; S4 §4, flatten layer | S1 第 20–23 节，view 与 reshape；S4 第 4 节，Flatten 层
"""

from math import prod


def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    if x.dim() == 1:
        return x
    return x.reshape(x.size(0), prod(x.shape[1:]))
