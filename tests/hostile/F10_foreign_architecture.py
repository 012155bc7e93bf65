"""F10 Foreign architecture: makes an x32 system call, which a filter of numbers alone lets pass.

Stopped by: the filter's first test: kills the process
Expected: crashed
Outcome: system call that no program here makes
"""
import ctypes
import os
import torch

libc = ctypes.CDLL(None, use_errno=True)


def softmax(x):
    libc.syscall(0x40000000 + 39)
    return torch.zeros_like(x)
