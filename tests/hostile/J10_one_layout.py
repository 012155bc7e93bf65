"""J10 One layout: normalises over the first dimension.

Stopped by: the judge's own comparison on drawn inputs
Expected: rejected
"""
import torch


def softmax(x):
    e = torch.exp(x - x.max())
    return e / e.sum(0)
