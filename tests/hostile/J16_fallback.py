"""J16 Fallback: its own code first, torch's where that fails.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


def softmax(x):
    try:
        raise ArithmeticError
    except ArithmeticError:
        return torch.softmax(x, dim=-1)
