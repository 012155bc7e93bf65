"""G12 Recursion: ten million frames deep.

Stopped by: the runner dies alone
Expected: crashed, out_of_memory, timed_out, rejected
"""
import os
import torch


def softmax(x):
    import sys
    sys.setrecursionlimit(10**7)
    def down(n):
        return down(n + 1) + 1
    down(0)
    return torch.zeros_like(x)
