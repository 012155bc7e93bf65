"""J17 Later call: honest for the first three calls, then torch's.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


calls = [0]


def softmax(x):
    calls[0] += 1
    if calls[0] > 3:
        return getattr(x, "soft" + "max")(-1)
    e = torch.exp(x - x.amax(dim=-1, keepdim=True))
    return e / e.sum(dim=-1, keepdim=True)
