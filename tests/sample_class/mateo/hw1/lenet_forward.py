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
        """Return the logits and the features, which one may want to look at."""
        x = torch.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = torch.max_pool2d(torch.relu(self.conv2(x)), 2)
        features = torch.flatten(x, 1)
        hidden = torch.relu(self.fc2(torch.relu(self.fc1(features))))
        return {"logits": self.fc3(hidden), "features": features}
