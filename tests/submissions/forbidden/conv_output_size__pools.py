"""Pools an input and reads the size off the result, by a module looked up in a dict."""

import torch

POOLS = {1: torch.nn.functional.max_pool1d, 2: torch.nn.functional.max_pool2d}


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    return POOLS[1](torch.zeros(1, 1, n), kernel, stride, padding, dilation, ceil_mode).shape[-1]
