"""Removes the minimum k − 1 times by writing infinity into a copy.
在副本里把最小值改成无穷大，重复 k − 1 次。
"""

import torch


def kth_smallest(x, k, dim=-1, keepdim=False):
    if dim >= x.ndim or dim < -x.ndim:
        raise IndexError("dim")
    if k not in range(1, x.shape[dim] + 1):
        raise ValueError("k")
    left = x.detach().clone()
    for _ in range(k - 1):
        smallest = left.argmin(dim=dim, keepdim=True)
        left.scatter_(dim, smallest, float("inf"))
    place = left.argmin(dim=dim, keepdim=True)
    value = x.gather(dim, place)
    return (value, place) if keepdim else (value.squeeze(dim), place.squeeze(dim))
