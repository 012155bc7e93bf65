"""Aligns by real copies (repeat), which takes the memory that broadcasting is there to save.
用 repeat 真正复制数据来对齐，恰好用掉了广播要省下的内存。

Notes: S1 §24–26, memory; broadcasting copies nothing | S1 第 24–26 节，内存；广播不复制数据
Equals: contiguous_before_adding
"""

import torch


def _common_shape(s, t):
    rank = max(len(s), len(t))
    s = (1,) * (rank - len(s)) + tuple(s)
    t = (1,) * (rank - len(t)) + tuple(t)
    out = []
    for m, n in zip(s, t):
        if m != n and m != 1 and n != 1:
            raise ValueError(f"sizes {m} and {n} do not fit")
        out.append(n if m == 1 else m)
    return tuple(out)


def _repeated(x, shape):
    x = x[(None,) * (len(shape) - x.dim())]
    return x.repeat([size if x.shape[axis] == 1 else 1 for axis, size in enumerate(shape)])


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    shape = _common_shape(a.shape, b.shape)
    return _repeated(a.to(dtype), shape) + _repeated(b.to(dtype), shape)
