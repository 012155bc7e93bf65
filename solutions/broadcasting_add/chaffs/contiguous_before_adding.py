"""Calls contiguous() on the expanded views, believing that + needs contiguous operands.
以为 + 需要连续的操作数，对扩展后的视图又调用了 contiguous()。

Notes: S1 §24–26, memory; broadcasting copies nothing | S1 第 24–26 节，内存；广播不复制数据
Equals: copies_with_repeat
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


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    shape = _common_shape(a.shape, b.shape)
    a = a.to(dtype).expand(shape).contiguous()
    b = b.to(dtype).expand(shape).contiguous()
    return a + b
