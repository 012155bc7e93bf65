"""Computes from which flat position every element of the result comes.
算出结果的每个元素来自哪个一维位置。
"""

import torch


def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    places = torch.arange(x.numel(), device=x.device).reshape(x.shape)
    places = places.movedim(-1, 1) if inverse else places.movedim(1, -1)
    return x.reshape(-1)[places.contiguous()]
