"""LeNet is itself an nn.Sequential with named layers; forward is inherited.
LeNet 本身就是带名字的 nn.Sequential，forward 直接继承。
"""

from collections import OrderedDict

from torch import nn


class LeNet(nn.Sequential):
    def __init__(self, classes=10, in_channels=3):
        super().__init__(
            OrderedDict(
                conv1=nn.Conv2d(in_channels, 6, (5, 5)),
                relu1=nn.ReLU(),
                pool1=nn.MaxPool2d(2),
                conv2=nn.Conv2d(6, 16, (5, 5)),
                relu2=nn.ReLU(),
                pool2=nn.MaxPool2d(2),
                flatten=nn.Flatten(),
                fc1=nn.Linear(16 * 5 * 5, 120),
                relu3=nn.ReLU(),
                fc2=nn.Linear(120, 84),
                relu4=nn.ReLU(),
                fc3=nn.Linear(84, classes),
            )
        )
