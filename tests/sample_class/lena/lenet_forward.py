import torch
from torch import nn


class LeNet(nn.Module):
    def __init__(self, classes=10, in_channels=3):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(400, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, classes)

    def forward(self, x):
        maps = torch.zeros(x.shape[0], 6, x.shape[2] - 4, x.shape[3] - 4, dtype=x.dtype)
        maps += self.conv1(x)
        maps = torch.max_pool2d(torch.relu(maps), 2)
        maps = torch.max_pool2d(torch.relu(self.conv2(maps)), 2)
        hidden = torch.relu(self.fc1(torch.flatten(maps, 1)))
        return self.fc3(torch.relu(self.fc2(hidden)))
