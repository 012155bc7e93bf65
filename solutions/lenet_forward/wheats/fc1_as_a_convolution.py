"""Applies fc1's weight as a 5×5 convolution over the 16 maps, so that nothing has to be flattened.
把 fc1 的权重当作作用在 16 张特征图上的 5×5 卷积，不需要展平。
"""

import torch.nn.functional as F
from torch import nn


class LeNet(nn.Module):
    def __init__(self, classes=10, in_channels=3):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(16 * 5 * 5, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, classes)

    def features(self, x):
        x = F.relu(F.max_pool2d(self.conv1(x), 2))
        return F.relu(F.max_pool2d(self.conv2(x), 2))

    def forward(self, x):
        x = self.features(x)
        x = F.conv2d(x, self.fc1.weight.view(120, 16, 5, 5), self.fc1.bias)
        if x.shape[2:] != (1, 1):
            raise RuntimeError(f"the features are larger than 5x5: {tuple(x.shape[2:])} positions left")
        x = x[:, :, 0, 0].relu()
        return self.fc3(F.relu(self.fc2(x)))
