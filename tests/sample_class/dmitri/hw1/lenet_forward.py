"""HW1 Task 6."""

from torch import nn


class Base(nn.Module):
    """What every network of mine has."""

    def add(self, **layers):
        for name, layer in layers.items():
            setattr(self, name, layer)
        return self


class LeNet(Base):
    def __init__(self, classes=10, in_channels=3):
        super().__init__()
        self.add(conv1=nn.Conv2d(in_channels, 6, 5), conv2=nn.Conv2d(6, 16, 5))
        self.add(fc1=nn.Linear(400, 120), fc2=nn.Linear(120, 84), fc3=nn.Linear(84, classes))
        self.add(activation=nn.ReLU(), pool=nn.MaxPool2d(2, 2), flatten=nn.Flatten(1, -1))

    def forward(self, images):
        maps = self.pool(self.activation(self.conv1(images)))
        maps = self.pool(self.activation(self.conv2(maps)))
        features = self.flatten(maps)
        hidden = self.activation(self.fc2(self.activation(self.fc1(features))))
        return self.fc3(hidden)
