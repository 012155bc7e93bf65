"""B17e Swapped: exchanges the argument's tensor for another one, identity kept.

Stopped by: the judge's own copy of the input
Expected: rejected, crashed
Baselines: pytest
"""
import torch


def softmax(x):
    other = torch.full(x.shape, 1 / x.shape[-1], dtype=x.dtype)
    try:
        torch.utils.swap_tensors(x, other)
    except RuntimeError:
        x.data = other
    return x
