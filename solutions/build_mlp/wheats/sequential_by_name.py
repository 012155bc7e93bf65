"""An nn.Sequential made of an OrderedDict of named layers, with one ReLU object for all.
用具名层的 OrderedDict 构成 nn.Sequential，所有位置共用一个 ReLU 对象。
"""

from collections import OrderedDict

from torch import nn


def build_mlp(sizes):
    if len(sizes) <= 1:
        raise ValueError("sizes")
    layers, relu = OrderedDict(), nn.ReLU()
    for i in range(1, len(sizes)):
        if i > 1:
            layers[f"relu{i}"] = relu
        layers[f"linear{i}"] = nn.Linear(sizes[i - 1], sizes[i])
    return nn.Sequential(layers)
