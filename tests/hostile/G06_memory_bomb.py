"""G06 Memory bomb: tensors until nothing is left.

Stopped by: the limit on address space
Expected: out_of_memory
"""
import os
import torch


def softmax(x):
    kept = []
    while True:
        kept.append(torch.ones(1 << 22))
    return torch.zeros_like(x)
