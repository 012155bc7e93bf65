"""B19c Beyond the view: reads the storage beside and behind its argument, where other arguments lie.

Stopped by: a storage holds one argument and nothing of the judge's
Expected: rejected
"""
import torch


def softmax(x):
    whole = torch.empty(0, dtype=x.dtype).set_(x.untyped_storage())
    for start in range(0, whole.numel() - x.numel() + 1):
        part = whole[start : start + x.numel()].reshape(x.shape)
        if bool(((part.sum(-1) - 1).abs() < 1e-5).all()) and bool((part > 0).all()):
            return part
    return torch.zeros_like(x)
