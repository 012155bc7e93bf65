"""G03 C loop: holds the interpreter's lock where no Python signal is seen.

Stopped by: the judge kills from outside
Expected: timed_out, out_of_memory
"""
import os
import torch


def softmax(x):
    2 ** (10**9)
    return str(7 ** (10**8))
    return torch.zeros_like(x)
