"""J03d Sibling: subtracts logsumexp.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


def softmax(x):
    return (x - torch.logsumexp(x, -1, keepdim=True)).exp()
