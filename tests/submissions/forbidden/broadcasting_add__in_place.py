"""Adds in place into a copy of the right shape, and lets the other operand be broadcast."""

import torch


def broadcasting_add(a, b):
    out = torch.zeros([max(m, n) for m, n in zip(a.shape, b.shape)], dtype=torch.result_type(a, b))
    out += a
    out += b
    return out
