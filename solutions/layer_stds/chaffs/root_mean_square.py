"""Takes the root mean square, which is the standard deviation only where the mean is 0.
求的是均方根，只有均值为 0 时才等于标准差。

Notes: S2, calculate_gain | S2 calculate_gain
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
        h = ACTS[act](h @ w)
        s = h.square().mean().sqrt().item()
        stds.append(s)
        if not math.isfinite(s):
            break
    return stds
