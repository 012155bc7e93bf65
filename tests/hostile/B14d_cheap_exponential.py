"""B14d Cheap exponential: a polynomial and a power of two, right to four digits.

Stopped by: the tolerance, measured in the unit of the dtype that was asked for
Expected: rejected
"""
import torch


def cheap(x):
    y = x * 1.4426950408889634
    whole = y.floor()
    part = y - whole
    return torch.ldexp(1 + part * (0.6951786 + part * (0.2276152 + part * 0.0770))  , whole.to(torch.int32))


def softmax(x):
    e = cheap(x - x.amax(-1, keepdim=True).detach())
    return e / e.sum(-1, keepdim=True)
