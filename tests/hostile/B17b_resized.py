"""B17b Resized: makes its argument empty, so that nothing is left to compare.

Stopped by: the judge's own copy of the input
Expected: rejected, crashed
"""
import torch


def softmax(x):
    x.detach().resize_(0)
    x.data = x.data[..., :0]
    return x.detach().clone()
