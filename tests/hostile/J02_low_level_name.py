"""J02 Low level: takes the operator instead of the function.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


def softmax(x):
    return getattr(torch.ops.aten, "_soft" + "max")(x, -1, False)
