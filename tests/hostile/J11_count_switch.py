"""J11 Count: right for the first two calls.

Stopped by: the judge's own comparison on drawn inputs
Expected: rejected
"""
import torch


calls = [0]


def softmax(x):
    calls[0] += 1
    if calls[0] > 2:
        return torch.zeros_like(x)
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True)
