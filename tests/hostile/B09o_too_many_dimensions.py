"""B09o Dimensions: a tensor of 500 of them.

Stopped by: the limit on a shape's length
Expected: rejected, crashed
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.zeros([1] * 500)
