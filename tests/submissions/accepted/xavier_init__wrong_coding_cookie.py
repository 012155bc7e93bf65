# -*- coding: latin-1 -*-
"""Declares latin-1 but is UTF-8, like every submission: ä ö ü 初始化."""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.dim() < 2 or distribution not in ("uniform", "normal"):
        raise ValueError("Gewichte (größer als Vektoren): a weight with 2 dimensions, and uniform or normal")
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * math.prod(w.shape[2:])))
    with torch.no_grad():
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
        return w.uniform_(-math.sqrt(3) * std, math.sqrt(3) * std, generator=generator)
