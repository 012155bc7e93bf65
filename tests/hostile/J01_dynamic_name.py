"""J01 Dynamic name: builds the forbidden name from pieces.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


def softmax(x):
    return getattr(torch, "soft" + "max")(x, -1)
