"""Makes the rows in the order of memory: a transposed sample comes out untransposed.
按内存里的顺序组成行：转置过的样本又变回了转置之前。

Notes: S1 §20–23, view and reshape; S4 §4, flatten layer | S1 第 20–23 节，view 与 reshape；S4 第 4 节，Flatten 层
"""

from math import prod


def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    n, k = x.size(0), prod(x.shape[1:])
    inner = sorted(range(1, x.dim()), key=lambda axis: -x.stride(axis))
    return x.permute(0, *inner).reshape(n, k)
