"""G10 Descriptors: opens files until nothing can be opened, then answers.

Stopped by: the limit on open files
Expected: rejected
"""
import os
import torch


def softmax(x):
    kept = []
    try:
        while True:
            kept.append(os.dup(0))
    except OSError:
        pass
    return torch.zeros_like(x)
