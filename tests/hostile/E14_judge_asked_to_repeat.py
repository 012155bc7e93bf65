"""E14 Patience: every call takes just less than it may, every answer is wrong, so that the search for a small one is long.

Stopped by: the time of all calls together
Expected: rejected, timed_out
"""

import time

import torch


def softmax(x):
    time.sleep(0.2)
    return torch.zeros_like(x)
