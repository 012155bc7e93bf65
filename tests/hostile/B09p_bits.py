"""B09p Bits: a dtype without arithmetic.

Stopped by: the list of dtypes that travel
Expected: rejected, crashed
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.zeros(x.shape, dtype=torch.uint8).view(torch.bits8)
