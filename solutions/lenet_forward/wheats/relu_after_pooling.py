"""Pools first and applies ReLU after: the two commute, and a quarter of the work is left.
先池化再做 ReLU：两者可以交换，计算量只剩四分之一。
"""

import torch
from torch import nn


class LeNet(nn.Module):
    def __init__(self, classes=10, in_channels=3):
        super().__init__()
        for name, layer in {
            "conv1": nn.Conv2d(in_channels, 6, 5),
            "conv2": nn.Conv2d(6, 16, 5),
            "fc1": nn.Linear(400, 120),
            "fc2": nn.Linear(120, 84),
            "fc3": nn.Linear(84, classes),
        }.items():
            setattr(self, name, layer)

    def forward(self, x):
        for conv in (self.conv1, self.conv2):
            x = torch.relu(torch.max_pool2d(conv(x), 2))
        x = x.flatten(start_dim=1)
        for fc in (self.fc1, self.fc2):
            x = fc(x).relu()
        return self.fc3(x)
