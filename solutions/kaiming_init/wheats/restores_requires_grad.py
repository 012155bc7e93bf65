"""Switches requires_grad off while it writes, row by row, and back on whatever happens.
写入时暂时关掉 requires_grad，逐行填充，之后无论如何都恢复。
"""

import math


def kaiming_init(w, a=0.0, mode="fan_in", distribution="normal", generator=None):
    if w.ndim <= 1:
        raise ValueError("a bias has no fans")
    if mode == "fan_in":
        fan = math.prod(w.shape[1:])
    elif mode == "fan_out":
        fan = math.prod((w.shape[0], *w.shape[2:]))
    else:
        raise ValueError("mode")
    std = (2 / fan) ** 0.5 / (1 + a**2) ** 0.5
    if distribution not in ("normal", "uniform"):
        raise ValueError("distribution")
    needed = w.requires_grad
    w.requires_grad_(False)
    try:
        for row in w:
            if distribution == "normal":
                row.normal_(0, std, generator=generator)
            else:
                row.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
    finally:
        w.requires_grad_(needed)
    return w
