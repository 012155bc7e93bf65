"""B11 Broadcast: one number that stands for all of them when it is compared.

Stopped by: the comparison of shapes, before values are looked at
Expected: rejected
"""
import torch


def softmax(x):
    return x.detach().new_full((), 1 / x.shape[-1])
