"""J03 Sibling: the exponential of log_softmax.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


def softmax(x):
    return torch.log_softmax(x, -1).exp()
