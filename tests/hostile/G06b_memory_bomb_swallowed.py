"""G06b Memory bomb: swallows every refusal and goes on asking.

Stopped by: the limit on address space, then the deadline
Expected: timed_out, out_of_memory
"""
import os
import torch


def softmax(x):
    kept = []
    while True:
        try:
            kept.append(bytearray(1 << 20))
        except MemoryError:
            pass
    return torch.zeros_like(x)
