"""Takes a ready model from torchvision."""

from torchvision.models import resnet18


def LeNet(classes=10, in_channels=3):
    return resnet18(num_classes=classes)
