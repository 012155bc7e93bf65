"""B12 NaN: fills the answer with what is neither right nor wrong.

Stopped by: NaN is right only where the reference answers NaN
Expected: rejected
"""
import torch


def softmax(x):
    return torch.full_like(x, float('nan'), requires_grad=x.requires_grad)
