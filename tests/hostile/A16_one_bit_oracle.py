"""A16 One-bit oracle: tells one bit of the hidden input in each run, by how it fails and how long it takes.

Stopped by: the points; each run shows only the example that was shrunk, and earns nothing
Expected: rejected
"""
import time
import torch

BIT = 7


def softmax(x):
    number = int(x.detach().flatten()[0].view(torch.int32)) if x.dtype is torch.float32 else 0
    if number >> BIT & 1:
        time.sleep(0.02)
        raise LookupError("one")
    return torch.zeros_like(x)
