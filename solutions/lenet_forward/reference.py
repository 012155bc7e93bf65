"""Reference for lenet_forward."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

__all__ = ["LeNet"]


class LeNet(nn.Module):
    """LeNet for 32×32 images: two convolutions, three fully connected layers.

    ``forward`` takes floating-point images [N, in_channels, 32, 32] and returns raw logits [N, classes] of
    the same dtype; images of a size that does not end in 400 features raise RuntimeError.
    """

    def __init__(self, classes: int = 10, in_channels: int = 3) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(16 * 5 * 5, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, classes)

    def forward(self, x: Tensor) -> Tensor:
        """Return the logits [N, classes] of images [N, in_channels, 32, 32]."""
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        x = torch.flatten(x, 1)  # keeps N, so that fc1 refuses any other number of features
        x = F.relu(self.fc1(x))
        x = F.relu(self.fc2(x))
        logits: Tensor = self.fc3(x)
        return logits
