"""Keeps a dictionary of layers by size, so that equal steps share one layer.
用尺寸作键缓存线性层，尺寸相同的几步共用同一层。

Notes: S2, containers: Sequential, ModuleList | S2 组织复杂网络：Sequential、ModuleList
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        made = {(a, b): nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])}
        self.layers = nn.ModuleList([made[a, b] for a, b in zip(sizes, sizes[1:])])

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)


def build_mlp(sizes):
    if len(sizes) < 2:
        raise ValueError("at least 2 sizes")
    return MLP(sizes)
