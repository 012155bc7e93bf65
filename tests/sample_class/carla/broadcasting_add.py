# I wanted to see whether it works without a single loop index. It does.
import functools
import operator

import torch


def _axis(pair):
    small, large = sorted(pair)
    return {True: large, small == 1: large, small == 0 and large == 1: 0}.get(True) if _fits(small, large) else _clash(pair)


def _fits(small, large):
    return small == large or 1 in (small, large)


def _clash(pair):
    raise ValueError("these sizes will never be friends: %d, %d" % pair)


def broadcasting_add(a, b):
    missing = b.dim() - a.dim()
    dtype = torch.result_type(a, b)
    a = functools.reduce(lambda t, _: t.unsqueeze(0), range(max(missing, 0)), a.to(dtype))
    b = functools.reduce(lambda t, _: t.unsqueeze(0), range(max(-missing, 0)), b.to(dtype))
    shape = tuple(map(_axis, zip(a.shape, b.shape)))
    return functools.reduce(operator.add, (t.expand(shape) for t in (a, b)))
