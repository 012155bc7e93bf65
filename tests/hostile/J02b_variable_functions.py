"""J02b Low level: torch._C._VariableFunctions.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


def softmax(x):
    return getattr(torch._C._VariableFunctions, "soft" + "max")(x, -1)
