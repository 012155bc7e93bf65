"""Centres the images in place for a moment; what is put back is rounded.
临时原地平移图像再还原，还原时已有舍入误差。

Notes: S3 §17, zero-mean data | S3 第 17 节 零均值化
"""

import torch
import torch.nn as nn
import torch.nn.functional as F


class LeNet(nn.Module):
    def __init__(self, classes=10, in_channels=3):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(16 * 5 * 5, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, classes)

    def forward(self, x):
        mean = x.mean() + 0.1
        x -= mean
        y = x + mean
        x += mean
        x = F.max_pool2d(F.relu(self.conv1(y)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        x = torch.flatten(x, 1)
        x = F.relu(self.fc1(x))
        x = F.relu(self.fc2(x))
        return self.fc3(x)
