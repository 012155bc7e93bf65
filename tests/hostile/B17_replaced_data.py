"""B17 Replaced data: puts other numbers of another shape under its argument.

Stopped by: the judge's own copy of the input
Expected: rejected, crashed
Baselines: pytest
"""
import torch


def softmax(x):
    x.data = torch.zeros(1, dtype=x.dtype)
    return x.detach() + 1
