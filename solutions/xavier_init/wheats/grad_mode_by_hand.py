"""Switches grad mode by hand, warns, and carries its own comparison with torch's formula.
手动切换梯度模式，会发出警告，并自带与手算公式的对照。
"""

import math
import warnings

import torch


def _values(shape, gain, distribution, generator, like):
    n = (shape[0] + shape[1]) * math.prod(shape[2:])
    fresh = torch.empty(shape, dtype=like.dtype, device=like.device)
    if distribution == "uniform":
        r = gain * math.sqrt(6 / n)
        return fresh.uniform_(-r, r, generator=generator)
    return fresh.normal_(0, gain * math.sqrt(2 / n), generator=generator)


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("ndim")
    if distribution != "uniform" and distribution != "normal":
        raise ValueError("distribution")
    if 0 in w.shape:
        warnings.warn("filling an empty weight is a no-op", stacklevel=2)
        return w
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        w[...] = _values(tuple(w.shape), gain, distribution, generator, w)
    finally:
        torch.set_grad_enabled(before)
    return w


if __name__ == "__main__":
    w = xavier_init(torch.empty(300, 500), distribution="normal")
    print("std", w.std().item(), "expected", math.sqrt(2 / 800))
