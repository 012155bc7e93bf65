"""Applies ReLU after the first layer only.
只在第一层之后有 ReLU。

Notes: S1, fully connected layers | S1 全连接层
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])

    def forward(self, x):
        for place, layer in enumerate(self.layers[:-1]):
            x = layer(x) if place else torch.relu(layer(x))
        return self.layers[-1](x)


def build_mlp(sizes):
    if len(sizes) < 2:
        raise ValueError("at least 2 sizes")
    return MLP(sizes)
