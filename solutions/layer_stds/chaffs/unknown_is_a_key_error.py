"""Looks the activation up without a check: an unknown one ends in a KeyError.
不检查就查字典：未知的激活函数得到的是 KeyError。

Notes: S2, initialisation: the experiment with 100 layers | S2 初始化网络参数：100 层的实验
"""

import math

import torch

ACTS = {"identity": lambda h: h, "tanh": torch.tanh, "relu": torch.relu}


def layer_stds(depth, width, std, act, seed, batch=16):
    g = torch.Generator().manual_seed(seed)
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
