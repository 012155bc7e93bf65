"""G12b Recursion in C: a list nested a million deep is shown.

Stopped by: the runner dies alone
Expected: crashed, rejected, timed_out, out_of_memory
"""
import sys
import torch

sys.setrecursionlimit(10**9)


def softmax(x):
    nested = []
    for _ in range(10**6):
        nested = [nested]
    raise ValueError(repr(nested))
