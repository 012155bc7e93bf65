from itertools import zip_longest as zl

import torch


def broadcasting_add(a, b):
    ok = lambda m, n: m if m == n or n == 1 else n if m == 1 else 1 // 0
    try:
        s = [ok(*p) for p in zl(a.shape[::-1], b.shape[::-1], fillvalue=1)][::-1]
    except ZeroDivisionError:
        raise ValueError("no") from None
    t = torch.result_type(a, b)
    return a.to(t).expand(s) + b.to(t).expand(s)
