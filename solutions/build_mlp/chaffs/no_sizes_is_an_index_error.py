"""Takes sizes[0] before it counts them: an empty list ends in an IndexError.
还没数个数就取 sizes[0]：空列表得到的是 IndexError。

Notes: S1, fully connected layers | S1 全连接层
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)


def build_mlp(sizes):
    inputs, outputs = sizes[0], sizes[-1]
    if len(sizes) < 2:
        raise ValueError("at least 2 sizes")
    return MLP(sizes)
