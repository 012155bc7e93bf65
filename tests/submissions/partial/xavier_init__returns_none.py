"""Fills the weight and returns nothing."""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.dim() < 2 or distribution not in ("uniform", "normal"):
        raise ValueError("a weight with 2 dimensions, and uniform or normal")
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * math.prod(w.shape[2:])))
    with torch.no_grad():
        if distribution == "normal":
            w.normal_(0, std, generator=generator)
        else:
            w.uniform_(-math.sqrt(3) * std, math.sqrt(3) * std, generator=generator)
