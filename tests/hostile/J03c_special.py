"""J03c Sibling: torch.special.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


def softmax(x):
    return torch.special.softmax(x, -1)
