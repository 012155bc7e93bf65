"""Makes its normal numbers itself, by Box and Muller in float64, and switches grad mode by hand.
自己用 Box–Muller 方法在 float64 里生成正态数，并手动切换梯度模式。
"""

import math

import torch


def _uniform01(w, generator):
    return torch.rand(w.shape, dtype=torch.float64, device=w.device, generator=generator)


def kaiming_init(w, a=0.0, mode="fan_in", distribution="normal", generator=None):
    if w.ndim < 2:
        raise ValueError("w.ndim < 2")
    try:
        fan = w.shape[("fan_out", "fan_in").index(mode)]
    except ValueError:
        raise ValueError(f"mode={mode!r}") from None
    for side in w.shape[2:]:
        fan *= side
    std = math.hypot(1.0, a) ** -1 * math.sqrt(2.0 / fan)
    if distribution == "normal":
        u, v = _uniform01(w, generator), _uniform01(w, generator)
        values = std * torch.sqrt(-2.0 * torch.log1p(-u)) * torch.cos(2.0 * math.pi * v)
    elif distribution == "uniform":
        values = 3**0.5 * std * (2.0 * _uniform01(w, generator) - 1.0)
    else:
        raise ValueError(f"{distribution!r} is neither 'normal' nor 'uniform'")
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        w[...] = values.to(w.dtype)
    finally:
        torch.set_grad_enabled(before)
    return w
