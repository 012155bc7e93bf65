"""Draws rand and randn, scales them and copies them in; fans carry each other's name.
先抽 rand 或 randn，缩放后 copy_ 进去；两个 fan 的名字互换了也无妨。
"""

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError(f"expected a weight of 2 or more dimensions, got shape {tuple(w.shape)}")
    kernel = torch.Size(w.shape[2:]).numel()
    fan_in = w.shape[0] * kernel  # really fan_out: only the sum is used
    fan_out = w.shape[1] * kernel
    kwargs = {"generator": generator, "dtype": w.dtype, "device": w.device}
    if distribution == "uniform":
        bound = gain * (6.0 / (fan_in + fan_out)) ** 0.5
        values = torch.rand(w.shape, **kwargs) * (2 * bound) - bound
    elif distribution == "normal":
        values = torch.randn(w.shape, **kwargs) * gain * (2.0 / (fan_in + fan_out)) ** 0.5
    else:
        raise ValueError("distribution must be 'uniform' or 'normal'")
    with torch.no_grad():
        w.copy_(values)
    return w
