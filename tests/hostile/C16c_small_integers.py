"""C16c Native patch: writes a one into the interpreter's zero, so that every count of failures is wrong.

Stopped by: the process wall; memory is the runner's own copy
Expected: crashed, rejected, timed_out
"""

import ctypes

import torch


def softmax(x):
    result = torch.zeros_like(x)
    ctypes.memmove(id(0) + 24, (1).to_bytes(4, "little"), 4)
    return result
