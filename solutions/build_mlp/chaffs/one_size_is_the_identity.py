"""Returns an empty container for fewer than 2 sizes instead of refusing them.
尺寸少于 2 个时返回空容器，而不是拒绝。

Notes: S1, fully connected layers | S1 全连接层
"""

from torch import nn


def build_mlp(sizes):
    layers = []
    for a, b in zip(sizes, sizes[1:]):
        layers += [nn.Linear(a, b), nn.ReLU()]
    return nn.Sequential(*layers[:-1])
