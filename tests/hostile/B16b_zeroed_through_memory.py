"""B16b Zeroed memory: writes over the argument's bytes, where no version counter sees it.

Stopped by: the judge's own copy of the input
Expected: rejected
Baselines: pytest
"""
import ctypes
import torch


def softmax(x):
    ctypes.memset(x.data_ptr(), 0, x.numel() * x.element_size())
    return torch.full_like(x, 1 / x.shape[-1])
