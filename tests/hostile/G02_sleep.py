"""G02 Sleep: for an hour.

Stopped by: the judge's deadline
Expected: timed_out
"""
import os
import torch


def softmax(x):
    import time
    time.sleep(3600)
    return torch.zeros_like(x)
