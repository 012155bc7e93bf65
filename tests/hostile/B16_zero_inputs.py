"""B16 Zeroed input: sets its argument to zero, so that a reference asked later agrees with a constant.

Stopped by: the judge's own copy of the input
Expected: rejected
Baselines: pytest
"""
import torch


def softmax(x):
    x.data.zero_()
    return torch.full_like(x, 1 / x.shape[-1])
