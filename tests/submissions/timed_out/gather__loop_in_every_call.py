"""Loops without end in every call."""

import torch


def gather(x, dim, index):
    while x.dim():
        index = index + 0
    return index
