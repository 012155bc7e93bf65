"""G01 Busy loop: never returns.

Stopped by: the judge's deadline
Expected: timed_out
Outcome: took longer
"""
import os
import torch


def softmax(x):
    while True:
        pass
    return torch.zeros_like(x)
