"""G08 Memory file: memfd_create, which no limit of a process counts.

Stopped by: the filter
Expected: rejected
Outcome: The sandbox lets a submission
"""
import os
import torch


def softmax(x):
    descriptor = os.memfd_create("cheat")
    for _ in range(64):
        os.write(descriptor, bytes(16 << 20))
    return torch.zeros_like(x)
