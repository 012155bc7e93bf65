"""G11 Output: prints for ever.

Stopped by: the deadline; only the first part is kept
Expected: timed_out
"""
import os
import torch


def softmax(x):
    line = "cheat " * 10_000
    while True:
        print(line)
    return torch.zeros_like(x)
