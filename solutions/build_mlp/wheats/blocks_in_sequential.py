"""Blocks of Linear and ReLU in a ModuleDict, then a last Linear of its own; uses functional linear.
ModuleDict 里放 Linear–ReLU 块，最后单独一个 Linear，用 F.linear 计算。
"""

import torch
from torch import nn
from torch.nn import functional


class _Mlp(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        *hidden, self.out_features = sizes
        pairs = list(zip(hidden, hidden[1:]))
        self.blocks = nn.ModuleDict(
            {f"{a}to{b}at{i}": nn.Sequential(nn.Linear(a, b), nn.ReLU(inplace=True)) for i, (a, b) in enumerate(pairs)}
        )
        self.out = nn.Linear(hidden[-1], self.out_features)

    def forward(self, x):
        for block in self.blocks.values():
            x = block(x)
        return functional.linear(x, self.out.weight, self.out.bias)


def build_mlp(sizes: list[int]) -> torch.nn.Module:
    if len(sizes) in (0, 1):
        raise ValueError("an MLP has at least one layer")
    return _Mlp(sizes)
