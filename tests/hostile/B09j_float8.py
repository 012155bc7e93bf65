"""B09j Eight bits: a dtype that the wire does not have.

Stopped by: the list of dtypes that travel
Expected: rejected, crashed
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.zeros_like(x).to(torch.float8_e5m2)
