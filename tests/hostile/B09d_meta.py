"""B09d Meta: a tensor without any memory, of any size.

Stopped by: the encoder: only strided tensors of memory travel, and the judge is told what else it was
Expected: rejected
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.empty((1 << 40,), device='meta')
