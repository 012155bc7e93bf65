"""Convolves by unfolding patches into columns and multiplying; warns in training mode.
把图像块展开成列，用矩阵乘法做卷积；训练模式下会发出警告。
"""

import warnings

import torch
import torch.nn.functional as F
from torch import nn


def conv(x: torch.Tensor, layer: nn.Conv2d) -> torch.Tensor:
    k = layer.kernel_size[0]
    patches = x.unfold(2, k, 1).unfold(3, k, 1)  # [N, C, H', W', k, k]
    out = torch.einsum("nchwij,ocij->nohw", patches, layer.weight)
    return out + layer.bias[:, None, None]


class LeNet(nn.Module):
    def __init__(self, classes: int = 10, in_channels: int = 3):
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(16 * 5 * 5, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if self.training:
            warnings.warn("in training mode", stacklevel=2)
        x = F.max_pool2d(F.relu(conv(x, self.conv1)), 2)
        x = F.max_pool2d(F.relu(conv(x, self.conv2)), 2)
        x = x.flatten(1) @ self.fc1.weight.T + self.fc1.bias
        x = F.relu(x) @ self.fc2.weight.T + self.fc2.bias
        return F.relu(x) @ self.fc3.weight.T + self.fc3.bias


if __name__ == "__main__":
    net = LeNet().eval()
    x = torch.randn(2, 3, 32, 32)
    print((conv(x, net.conv1) - net.conv1(x)).abs().max())
