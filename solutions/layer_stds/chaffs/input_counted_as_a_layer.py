"""Puts the input's standard deviation first.
把输入的标准差也放在了最前面。

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
    stds = [h.std().item()]
    for _ in range(depth):
        w = torch.randn(width, width, generator=g) * std
        h = ACTS[act](h @ w)
        s = h.std().item()
        stds.append(s)
        if not math.isfinite(s):
            break
    return stds
