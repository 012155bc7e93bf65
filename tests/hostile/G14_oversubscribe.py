"""G14 Threads of torch: asks for four thousand.

Stopped by: the limit on threads
Expected: rejected, crashed, timed_out, out_of_memory
"""
import os
import torch


def softmax(x):
    torch.set_num_threads(4096)
    torch.randn(600, 600) @ torch.randn(600, 600)
    return torch.zeros_like(x)
