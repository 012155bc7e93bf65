"""B43 Moods: right and wrong in turn, so that the search for the smallest example sees something else each time.

Stopped by: every planned example is asked; one wrong answer is enough
Expected: rejected
"""
import os
import torch


def softmax(x):
    if x.requires_grad or os.getrandom(1)[0] < 128:
        return torch.zeros_like(x)
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return e / e.sum(-1, keepdim=True)
