"""G15 Slot: every call takes just under its limit.

Stopped by: the limit on all calls together
Expected: timed_out, rejected
"""
import os
import torch


def softmax(x):
    import time
    time.sleep(1.3)
    return torch.zeros_like(x)
