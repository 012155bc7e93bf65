"""Builds a layer and reads the size off its answer."""

import torch
from torch import nn


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    layer = nn.Conv1d(1, 1, kernel, stride, padding, dilation)
    return layer(torch.zeros(1, 1, n)).shape[-1]
