"""Runs forward under no_grad, as one does in evaluation.
forward 放在 no_grad 下（评估时才这样）。

Notes: S1, autograd | S1 自动求导
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])

    @torch.no_grad()
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)


def build_mlp(sizes):
    if len(sizes) < 2:
        raise ValueError("at least 2 sizes")
    return MLP(sizes)
