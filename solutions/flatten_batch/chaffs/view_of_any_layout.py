"""Uses view, which refuses a tensor whose memory is not in order.
用了 view；内存顺序不对时它会拒绝。

Notes: S1 §20–23, view and reshape; S4 §4, flatten layer | S1 第 20–23 节，view 与 reshape；S4 第 4 节，Flatten 层
"""

from math import prod


def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    return x.view(x.size(0), prod(x.shape[1:]))
