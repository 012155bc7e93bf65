"""Switches requires_grad off while it writes, and back on whatever happens.
写入时关掉 requires_grad，并保证最后恢复原样。
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if distribution not in {"uniform", "normal"}:
        raise ValueError(f"distribution={distribution!r}")
    if len(w.shape) <= 1:
        raise ValueError("a vector has no fan_out")
    wanted = w.requires_grad
    fan_sum = (w.shape[0] + w.shape[1]) * int(torch.tensor(w.shape[2:], dtype=torch.int64).prod())
    w.requires_grad_(False)
    try:
        if distribution == "uniform":
            w.uniform_(-1, 1, generator=generator).mul_(gain * math.sqrt(6 / fan_sum))
        else:
            w.normal_(generator=generator).mul_(gain * math.sqrt(2 / fan_sum))
    finally:
        w.requires_grad_(wanted)
    return w
