"""Measures what goes into the activation instead of what comes out.
测量的是激活之前的值，而不是之后的。

Notes: S2, initialisation: the experiment with 100 layers | S2 初始化网络参数：100 层的实验
"""

import math

import torch

ACTS = {"identity": lambda h: h, "tanh": torch.tanh, "relu": torch.relu}


def layer_stds(depth, width, std, act, seed, batch=16):
    if act not in ACTS:
        raise ValueError(act)
    g = torch.Generator().manual_seed(seed)
    h = torch.randn(batch, width, generator=g)
    stds = []
    for _ in range(depth):
        w = torch.randn(width, width, generator=g) * std
        z = h @ w
        h = ACTS[act](z)
        s = z.std().item()
        stds.append(s)
        if not math.isfinite(s):
            break
    return stds
