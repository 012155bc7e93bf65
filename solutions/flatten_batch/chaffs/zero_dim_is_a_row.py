"""Makes a 1 × 1 batch of a 0-d tensor.
把 0 维张量变成 1 × 1 的批次。

Notes: S1 §20–23, view and reshape; S4 §4, flatten layer | S1 第 20–23 节，view 与 reshape；S4 第 4 节，Flatten 层
"""

from math import prod


def flatten_batch(x):
    if x.dim() == 0:
        return x.reshape(1, 1)
    return x.reshape(x.size(0), prod(x.shape[1:]))
