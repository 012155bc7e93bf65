"""Makes its normal numbers itself, by Box and Muller, in float64, whatever the weight's dtype.
自己用 Box–Muller 方法在 float64 里生成正态数，与权重的 dtype 无关。
"""

import math

import torch


def _uniform01(shape, device, generator):
    return torch.rand(shape, dtype=torch.float64, device=device, generator=generator)


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("w.ndim < 2")
    total = sum(w.shape[:2])
    for k in w.shape[2:]:
        total = total * k
    if distribution == "normal":
        u, v = (_uniform01(w.shape, w.device, generator) for _ in range(2))
        z = torch.sqrt(-2.0 * torch.log1p(-u)) * torch.cos(2.0 * math.pi * v)
        values = z * (gain * math.sqrt(2.0 / total))
    elif distribution == "uniform":
        values = torch.lerp(
            torch.tensor(-1.0, dtype=torch.float64, device=w.device),
            torch.tensor(1.0, dtype=torch.float64, device=w.device),
            _uniform01(w.shape, w.device, generator),
        ) * (gain * math.sqrt(6.0 / total))
    else:
        raise ValueError(f"{distribution!r} is neither 'uniform' nor 'normal'")
    w.data.copy_(values)
    return w
