"""Keeps the layers in a Python list: none of their parameters is registered.
把层放在 Python 列表里：参数一个也没有注册。

Notes: S2, containers, ModuleList | S2 容器，ModuleList
"""

import torch
import torch.nn as nn
import torch.nn.functional as F


class LeNet(nn.Module):
    def __init__(self, classes=10, in_channels=3):
        super().__init__()
        self.layers = [
            nn.Conv2d(in_channels, 6, 5), nn.Conv2d(6, 16, 5),
            nn.Linear(16 * 5 * 5, 120), nn.Linear(120, 84), nn.Linear(84, classes),
        ]

    def forward(self, x):
        conv1, conv2, fc1, fc2, fc3 = self.layers
        x = F.max_pool2d(F.relu(conv1(x)), 2)
        x = F.max_pool2d(F.relu(conv2(x)), 2)
        x = torch.flatten(x, 1)
        x = F.relu(fc1(x))
        x = F.relu(fc2(x))
        return fc3(x)
