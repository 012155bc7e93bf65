"""B13b Flush: everything small becomes zero, as if it were rounding.

Stopped by: the tolerance, which follows the rounding of the inputs; a thousandth is no rounding
Expected: rejected
"""
import torch


def softmax(x):
    x = x.detach()
    e = torch.exp(x - x.amax(-1, keepdim=True))
    right = e / e.sum(-1, keepdim=True)
    return torch.where(right < 1e-3, torch.zeros_like(right), right)
