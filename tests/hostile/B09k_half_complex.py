"""B09k Half complex: a dtype that hardly any operation has.

Stopped by: the list of dtypes that travel
Expected: rejected, crashed
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.zeros_like(x).to(torch.complex32)
