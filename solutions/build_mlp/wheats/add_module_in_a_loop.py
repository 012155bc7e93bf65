"""Adds modules one after another and registers them by number, activations included.
用 add_module 依次按编号注册，激活也在内。
"""

import torch.nn.functional as F
from torch import nn


class Perceptron(nn.Module):
    def __init__(self, sizes):
        super(Perceptron, self).__init__()
        self.sizes = tuple(sizes)
        for number, shape in enumerate(zip(self.sizes[:-1], self.sizes[1:])):
            self.add_module("fc%d" % number, nn.Linear(*shape))
            nn.init.kaiming_normal_(getattr(self, "fc%d" % number).weight)

    def forward(self, inputs):
        hidden = inputs
        *inner, last = self.children()
        for layer in inner:
            hidden = F.threshold(layer(hidden), 0.0, 0.0)
        return last(hidden)


def build_mlp(sizes):
    if not len(sizes) >= 2:
        raise ValueError(f"{len(sizes)} sizes")
    return Perceptron(sizes)
