"""Checks the images before it computes anything, initialises like the notes do, and prints.
先检查图像尺寸再计算；像笔记那样初始化权重，并有打印输出。
"""

import sys

import torch.nn.functional as F
from torch import nn


class LeNet(nn.Module):
    def __init__(self, classes=10, in_channels=3):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(in_channels, 6, 5), nn.Conv2d(6, 16, 5)
        self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, classes)
        self.initialize_weights()
        print(f"LeNet with {sum(p.numel() for p in self.parameters())} parameters", file=sys.stderr)

    def initialize_weights(self):
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                nn.init.xavier_normal_(m.weight)
                nn.init.zeros_(m.bias)
            elif isinstance(m, nn.Linear):
                nn.init.normal_(m.weight, 0, 0.1)
                nn.init.zeros_(m.bias)

    def forward(self, x):
        if x.ndim != 4 or x.shape[-2:] != (32, 32):
            raise ValueError(f"LeNet wants [N, C, 32, 32], got {list(x.shape)}")
        x = F.max_pool2d(F.relu(self.conv1(x)), kernel_size=2, stride=2)
        x = F.max_pool2d(F.relu(self.conv2(x)), kernel_size=2, stride=2)
        x = x.reshape(x.shape[0], 16 * 5 * 5)
        return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x)))))
