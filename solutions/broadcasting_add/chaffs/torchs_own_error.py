"""Lets expand fail by itself: RuntimeError instead of ValueError.
让 expand 自己报错：抛出的是 RuntimeError 而不是 ValueError。

Notes: S1 §24–26, the matching rule | S1 第 24–26 节，匹配规则
"""

import torch


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    rank = max(a.dim(), b.dim())
    s = (1,) * (rank - a.dim()) + tuple(a.shape)
    t = (1,) * (rank - b.dim()) + tuple(b.shape)
    shape = [n if m == 1 else m for m, n in zip(s, t)]
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)
