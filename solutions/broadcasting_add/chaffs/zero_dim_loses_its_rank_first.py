"""Expands first and lets + find the dtype: by then the 0-d operand looks like a full tensor.
先扩展再让 + 决定 dtype：这时 0 维操作数已经和普通张量没有区别了。

Notes: S1 §24–26, unsqueeze and expand | S1 第 24–26 节，unsqueeze 与 expand
"""


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
    shape = _common_shape(a.shape, b.shape)
    return a.expand(shape) + b.expand(shape)
