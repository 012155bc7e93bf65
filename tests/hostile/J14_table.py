"""J14 Table: knows the public examples by heart.

Stopped by: the judge's own comparison on drawn inputs
Expected: rejected
"""
import torch


def softmax(x):
    if x.tolist() == [0.0, 0.0]:
        return torch.tensor([0.5, 0.5])
    return torch.zeros_like(x)
