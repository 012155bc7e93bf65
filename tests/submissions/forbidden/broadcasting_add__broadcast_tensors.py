"""Uses torch.broadcast_tensors."""

import torch


def broadcasting_add(a, b):
    a, b = torch.broadcast_tensors(a, b)
    return a + b
