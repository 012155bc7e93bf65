"""Uses the newer name of the same operation."""

import torch


def gather(x, dim, index):
    return torch.take_along_dim(x, index.long(), dim)
