"""B17c Set: makes argument and answer one and the same constant.

Stopped by: the judge's own copy of the input
Expected: rejected, crashed
Baselines: pytest
"""
import torch


def softmax(x):
    answer = torch.full_like(x.detach(), 1 / x.shape[-1])
    x.data = answer
    return x
