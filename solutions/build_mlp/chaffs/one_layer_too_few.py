"""Stops one step early: the last size gets no layer unless it is the only step.
循环少走了一步：最后一个尺寸没有对应的层（只有一步时除外）。

Notes: S1, fully connected layers | S1 全连接层
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in list(zip(sizes, sizes[1:]))[: max(1, len(sizes) - 2)]])

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)


def build_mlp(sizes):
    if len(sizes) < 2:
        raise ValueError("at least 2 sizes")
    return MLP(sizes)
