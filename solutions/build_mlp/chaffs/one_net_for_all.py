"""Keeps nets in a cache: the same sizes give the same module again.
缓存了网络：同样的尺寸再次得到同一个模块。

Notes: S2, containers: Sequential, ModuleList | S2 组织复杂网络：Sequential、ModuleList
"""

import torch
from torch import nn


KNOWN = {}


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)


def build_mlp(sizes):
    if len(sizes) < 2:
        raise ValueError("at least 2 sizes")
    key = tuple(sizes)
    if key not in KNOWN:
        KNOWN[key] = MLP(sizes)
    return KNOWN[key]
