"""J12 Cache: returns the answer of the last input of that shape.

Stopped by: the judge's own comparison on drawn inputs
Expected: rejected
"""
import torch


kept = {}


def softmax(x):
    if tuple(x.shape) not in kept:
        e = torch.exp(x - x.amax(dim=-1, keepdim=True))
        kept[tuple(x.shape)] = (e / e.sum(dim=-1, keepdim=True)).detach()
    return kept[tuple(x.shape)]
