"""J06b Sparse: the function's sparse twin.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


def softmax(x):
    return torch.sparse.softmax(x.to_sparse(), -1).to_dense()
