"""J03b Sibling: the module.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


def softmax(x):
    return torch.nn.Softmax(dim=-1)(x)
