"""B27 Tensor in a slice: an answer that the judge writes out with repr, number by number, for minutes.

Stopped by: what is shown is cut before it is written, not after
Expected: rejected
"""
import torch


def softmax(x):
    return slice(torch.zeros([2] * 18), None)
