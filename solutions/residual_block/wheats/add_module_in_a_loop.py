"""Registers everything with add_module and checks the number of channels itself.
全部用 add_module 注册，并自己检查通道数。
"""

import torch.nn as nn
import torch.nn.functional as F


class ResidualBlock(nn.Module):
    expansion = 1

    def __init__(self, in_ch: int, out_ch: int, stride: int = 1):
        nn.Module.__init__(self)
        self.in_ch = in_ch
        plan = [("conv1", in_ch, stride), ("conv2", out_ch, 1)]
        for (name, channels, step), norm in zip(plan, ("bn1", "bn2")):
            self.add_module(name, nn.Conv2d(channels, out_ch, 3, step, bias=False))
            self.add_module(norm, nn.BatchNorm2d(out_ch))
        short = nn.Sequential()
        if in_ch != out_ch or stride != 1:
            short.add_module("0", nn.Conv2d(in_ch, out_ch, 1, stride, bias=False))
            short.add_module("1", nn.BatchNorm2d(out_ch))
        self.add_module("shortcut", short)

    def forward(self, x):
        if x.shape[1] != self.in_ch:
            raise ValueError(f"expected {self.in_ch} channels")
        y = x
        for conv, norm in ((self.conv1, self.bn1), (self.conv2, self.bn2)):
            if y is not x:
                y = F.relu(y)
            y = norm(conv(F.pad(y, (1, 1, 1, 1))))
        return F.relu_(y + self.shortcut(x))
