from math import prod

import torch


@torch.no_grad()
def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.dim() < 2 or distribution not in ("uniform", "normal"): raise ValueError
    v = gain * (2 / (sum(w.shape[:2]) * prod(w.shape[2:]))) ** 0.5
    u = v * 3**0.5
    return w.normal_(0, v, generator=generator) if distribution == "normal" else w.uniform_(-u, u, generator=generator)
