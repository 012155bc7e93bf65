"""Assigns each layer to the same attribute in turn; only the last stays registered.
把各层依次赋给同一个属性，最后只注册了一层。

Notes: S2, containers: Sequential, ModuleList | S2 组织复杂网络：Sequential、ModuleList
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.all = []
        for a, b in zip(sizes, sizes[1:]):
            self.layer = nn.Linear(a, b)
            self.all.append(self.layer)

    def forward(self, x):
        for layer in self.all[:-1]:
            x = torch.relu(layer(x))
        return self.all[-1](x)


def build_mlp(sizes):
    if len(sizes) < 2:
        raise ValueError("at least 2 sizes")
    return MLP(sizes)
