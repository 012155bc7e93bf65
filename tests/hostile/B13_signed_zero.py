"""B13 Control: zeros that are negative, and denormal numbers flushed to zero.

Stopped by: nothing; a zero has no sign in the comparison
Expected: accepted
"""
import torch


def softmax(x):
    e = torch.exp(x - x.amax(-1, keepdim=True))
    right = e / e.sum(-1, keepdim=True)
    return torch.where(right < 2.0**-126, right * -0.0, right)
