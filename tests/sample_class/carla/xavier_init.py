# Fill with anything, then stretch to the right spread. fan_in + fan_out from how often a number is used.
import torch


def _fan_sum(w):
    if not w.dim() > 1:
        raise ValueError(f"{w.dim()} dimensions")
    kernel = 1
    for side in w.shape[2:]:
        kernel *= side
    return w.shape[0] * kernel + w.shape[1] * kernel


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    draw = {
        "uniform": lambda: (torch.rand(w.shape, generator=generator, dtype=w.dtype, device=w.device) - 0.5) * 12**0.5,
        "normal": lambda: torch.randn(w.shape, generator=generator, dtype=w.dtype, device=w.device),
    }
    if distribution not in draw:
        raise ValueError(distribution)
    scale = gain * (2 / _fan_sum(w)) ** 0.5
    w.detach().copy_(draw[distribution]() * scale)
    return w
