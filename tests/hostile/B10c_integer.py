"""B10c Whole numbers: the right numbers, rounded to whole ones.

Stopped by: the comparison of dtypes, before values are looked at
Expected: rejected
"""
import torch


def softmax(x):
    x = x.detach()
    e = torch.exp(x - x.amax(-1, keepdim=True))
    right = e / e.sum(-1, keepdim=True)
    return right.round().to(torch.int64)
