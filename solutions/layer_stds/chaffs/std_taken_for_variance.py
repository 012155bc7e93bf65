"""Takes std for the variance of the weights and draws with its root.
把 std 当作权重的方差，抽取时又开了方。

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
        w = torch.randn(width, width, generator=g) * math.sqrt(std)
        h = ACTS[act](h @ w)
        s = h.std().item()
        stds.append(s)
        if not math.isfinite(s):
            break
    return stds
