"""Never uses the seed.
从来没有用到种子。

Notes: S2, initialisation: set_seed | S2 初始化网络参数：set_seed
"""

import math

import torch

ACTS = {"identity": lambda h: h, "tanh": torch.tanh, "relu": torch.relu}


def layer_stds(depth, width, std, act, seed, batch=16):
    if act not in ACTS:
        raise ValueError(act)
    g = None
    h = torch.randn(batch, width, generator=g)
    stds = []
    for _ in range(depth):
        w = torch.randn(width, width, generator=g) * std
        h = ACTS[act](h @ w)
        s = h.std().item()
        stds.append(s)
        if not math.isfinite(s):
            break
    return stds
