"""Keeps the layers in a Python list, where parameters() does not find them.
把层放在普通 Python 列表里，parameters() 找不到它们。

Notes: S2, containers: Sequential, ModuleList | S2 组织复杂网络：Sequential、ModuleList
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)


def build_mlp(sizes):
    if len(sizes) < 2:
        raise ValueError("at least 2 sizes")
    return MLP(sizes)
