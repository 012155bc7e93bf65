"""B11c Nothing: an empty tensor, of which every claim holds.

Stopped by: the comparison of shapes
Expected: rejected
"""
import torch


def softmax(x):
    return x.detach()[..., :0]
