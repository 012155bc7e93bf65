"""Returns variances.
返回的是方差。

Notes: S2, initialisation, D(w) = 1/n | S2 初始化网络参数，D(w)=1/n
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
        s = h.var().item()
        stds.append(s)
        if not math.isfinite(s):
            break
    return stds
