"""Passes detached values from layer to layer.
层与层之间传递的是 detach 过的值。

Notes: S1, autograd | S1 自动求导
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x)).detach()
        return self.layers[-1](x)


def build_mlp(sizes):
    if len(sizes) < 2:
        raise ValueError("at least 2 sizes")
    return MLP(sizes)
