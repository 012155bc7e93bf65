"""B17d Grown storage: resizes the storage under its argument while the runner holds its address.

Stopped by: the judge's own copy of the input
Expected: rejected, crashed
"""
import torch


def softmax(x):
    storage = x.untyped_storage()
    storage.resize_(storage.nbytes() + (1 << 20))
    storage.resize_(0)
    return torch.zeros(x.shape)
