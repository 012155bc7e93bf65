"""G07 Shared mapping: anonymous MAP_SHARED memory, which some limits do not count.

Stopped by: the limit on address space
Expected: rejected, out_of_memory
"""
import os
import torch


def softmax(x):
    import mmap
    kept = [mmap.mmap(-1, 256 << 20) for _ in range(16)]
    for area in kept:
        area.write(bytes(256 << 20))
    return torch.zeros_like(x)
