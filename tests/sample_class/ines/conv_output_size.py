import torch
from torch import nn


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if isinstance(n, int):
        n, pair = (n, n), False
    else:
        pair = True
    x = torch.zeros(1, 1, *n)
    if ceil_mode:
        layer = nn.MaxPool2d(kernel, stride, padding, dilation, ceil_mode=True)
    else:
        layer = nn.Conv2d(1, 1, kernel, stride, padding, dilation)
    size = tuple(layer(x).shape[-2:])
    return size if pair else size[0]
