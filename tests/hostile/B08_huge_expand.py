"""B08 Huge view: one number that claims to be a million by a million of them.

Stopped by: the limit on elements, before anything is copied
Expected: rejected
"""
import torch


def softmax(x):
    return torch.zeros(1, 1).expand(1 << 20, 1 << 20)
