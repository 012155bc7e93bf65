"""B10b Truth: says yes to every number.

Stopped by: the comparison of dtypes, before values are looked at
Expected: rejected
"""
import torch


def softmax(x):
    x = x.detach()
    e = torch.exp(x - x.amax(-1, keepdim=True))
    right = e / e.sum(-1, keepdim=True)
    return right > -1
