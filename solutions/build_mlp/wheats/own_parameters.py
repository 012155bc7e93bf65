"""Holds weights and biases as parameters of its own, weights as [in, out], the last layer first.
自己持有权重和偏置参数，权重形状为 [in, out]，最后一层排在最前。
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.depth = len(sizes) - 1
        for i in reversed(range(self.depth)):
            scale = sizes[i] ** -0.5
            self.register_parameter(f"b{i}", nn.Parameter(torch.zeros(sizes[i + 1])))
            self.register_parameter(f"W{i}", nn.Parameter(scale * torch.randn(sizes[i], sizes[i + 1])))

    def forward(self, x):
        for i in range(self.depth):
            x = x @ getattr(self, f"W{i}") + getattr(self, f"b{i}")
            if i + 1 < self.depth:
                x = x.clamp(min=0)
        return x


def build_mlp(sizes):
    if len(sizes) < 2:
        raise ValueError
    return Net(list(sizes))
