"""B44 Eyes open: wrong only where it sees no mode that counts its operations.

Stopped by: the values of every example, traced or not
Expected: rejected
"""
import torch
from torch.utils._python_dispatch import _get_current_dispatch_mode


def softmax(x):
    if _get_current_dispatch_mode() is None or x.requires_grad:
        return torch.zeros_like(x)
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return e / e.sum(-1, keepdim=True)
