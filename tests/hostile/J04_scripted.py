"""J04 Script: compiles the forbidden call where no mode sees it.

Stopped by: the watchers of forbidden operations
Expected: forbidden, crashed
"""
import torch


@torch.jit.script
def inner(x):
    return torch.softmax(x, -1)


def softmax(x):
    return inner(x)
