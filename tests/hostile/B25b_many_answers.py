"""B25b Many answers: a tuple of candidates, one of which is bound to be right.

Stopped by: the comparison of types before values
Expected: rejected
"""
import torch


def softmax(x):
    x = x.detach()
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return tuple(e / e.sum(-1, keepdim=True) * scale for scale in (0.5, 1.0, 2.0))
