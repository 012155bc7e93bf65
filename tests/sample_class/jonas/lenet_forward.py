import torch
import torch.nn as nn
import torch.nn.functional as F


class LeNet(nn.Module):
    def __init__(self, classes=10, in_channels=3):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(400, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, classes)
        print(self)

    def forward(self, x):
        print("input     ", tuple(x.shape))
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        print("after pool", tuple(x.shape))
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        print("after pool", tuple(x.shape))
        x = x.flatten(1)
        print("flat      ", tuple(x.shape))
        x = F.relu(self.fc2(F.relu(self.fc1(x))))
        x = self.fc3(x)
        print("logits    ", x)
        return x
