"""Pools with windows cut by unfold and amax; ReLU is clamp; layers come from add_module.
用 unfold 切窗口、amax 取最大值；ReLU 用 clamp；层由 add_module 添加。
"""

from torch import nn


def pool(x):
    return x.unfold(2, 2, 2).unfold(3, 2, 2).amax(dim=(-2, -1))


class LeNet(nn.Module):
    sizes = ((400, 120), (120, 84))

    def __init__(self, classes=10, in_channels=3):
        super().__init__()
        self.add_module("conv1", nn.Conv2d(in_channels, 6, 5))
        self.add_module("conv2", nn.Conv2d(6, 16, 5))
        for number, (n_in, n_out) in enumerate((*self.sizes, (84, classes)), start=1):
            self.add_module(f"fc{number}", nn.Linear(n_in, n_out))

    def forward(self, x):
        x = pool(self.conv1(x).clamp(min=0))
        x = pool(self.conv2(x).clamp(min=0))
        n, features = x.shape[0], x.shape[1] * x.shape[2] * x.shape[3]
        if features != self.sizes[0][0]:
            raise ValueError(f"expected 32x32 images: {features} features instead of 400")
        x = x.contiguous().view(n, features)
        return self.fc3(self.fc2(self.fc1(x).clamp_min(0)).clamp_min(0))
