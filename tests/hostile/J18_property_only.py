"""J18 Plausible: sums to one, and is uniform.

Stopped by: the judge's own comparison on drawn inputs
Expected: rejected
"""
import torch


def softmax(x):
    return torch.full_like(x, 1 / x.shape[-1]) + 0 * x
