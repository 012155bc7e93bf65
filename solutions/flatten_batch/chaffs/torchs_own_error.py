"""Checks nothing: size(0) of a 0-d tensor raises IndexError.
什么也不检查：对 0 维张量取 size(0) 得到的是 IndexError。

Notes: S1 §20–23, view and reshape; S4 §4, flatten layer | S1 第 20–23 节，view 与 reshape；S4 第 4 节，Flatten 层
"""

from math import prod


def flatten_batch(x):
    return x.reshape(x.size(0), prod(x.shape[1:]))
