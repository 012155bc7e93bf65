"""Defines a function called LeNet instead of a class."""

import torch


def LeNet(x):
    return torch.zeros(len(x), 10)
