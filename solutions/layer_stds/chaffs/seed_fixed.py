"""Seeds with 1, whatever was asked.
不管传入什么，种子总是 1。

Notes: S2, initialisation: set_seed | S2 初始化网络参数：set_seed
"""

import math

import torch

ACTS = {"identity": lambda h: h, "tanh": torch.tanh, "relu": torch.relu}


def layer_stds(depth, width, std, act, seed, batch=16):
    if act not in ACTS:
        raise ValueError(act)
    g = torch.Generator().manual_seed(1)
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
