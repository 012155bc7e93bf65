"""J09 Hard-coded: right for at most two elements.

Stopped by: the judge's own comparison on drawn inputs
Expected: rejected
"""
import torch


def softmax(x):
    if x.numel() > 2:
        return torch.full_like(x, 1 / x.shape[-1])
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True)
