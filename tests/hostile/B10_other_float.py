"""B10 Other float: the right numbers in float64, or in float32 where float64 is asked for.

Stopped by: the comparison of dtypes, before values are looked at
Expected: rejected
"""
import torch


def softmax(x):
    x = x.detach()
    e = torch.exp(x - x.amax(-1, keepdim=True))
    right = e / e.sum(-1, keepdim=True)
    return right.to(torch.float32 if x.dtype is torch.float64 else torch.float64)
