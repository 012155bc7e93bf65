"""B16c Zeroed storage: fills everything that shares memory with the argument.

Stopped by: the judge's own copy of the input
Expected: rejected
Baselines: pytest
"""
import torch


def softmax(x):
    x.untyped_storage().fill_(0)
    return torch.full_like(x, 1 / x.shape[-1])
