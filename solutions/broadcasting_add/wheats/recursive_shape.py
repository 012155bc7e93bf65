"""Finds the common shape by recursion from the last axis; catches nothing, checks everything.
从最后一根轴开始递归求公共形状。
"""

import torch


def common(s, t):
    if not s:
        return t
    if not t:
        return s
    *s_rest, m = s
    *t_rest, n = t
    if m == 1:
        m = n
    elif n not in (1, m):
        raise ValueError("incompatible sizes %d and %d" % (m, n))
    return common(s_rest, t_rest) + [m]


def broadcasting_add(a, b):
    target = common(list(a.shape), list(b.shape))
    wanted = torch.result_type(a, b)
    total = a.expand(target) + b.expand(target)
    return total if total.dtype == wanted else total.type(wanted)
