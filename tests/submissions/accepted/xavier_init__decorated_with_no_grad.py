"""torch.no_grad as a decorator, and the global generator's state is only read."""

import math

import torch


@torch.no_grad()
def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    torch.get_rng_state()
    if w.dim() < 2:
        raise ValueError("no fans")
    fan_in, fan_out = w.shape[1], w.shape[0]
    for side in w.shape[2:]:
        fan_in, fan_out = fan_in * side, fan_out * side
    std = gain * math.sqrt(2 / (fan_in + fan_out))
    match distribution:
        case "normal":
            w.normal_(std=std, generator=generator)
        case "uniform":
            w.uniform_(-std * 3**0.5, std * 3**0.5, generator=generator)
        case other:
            raise ValueError(other)
    return w
