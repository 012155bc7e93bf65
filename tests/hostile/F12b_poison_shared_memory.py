"""F12b Shared pages: writes over the bytes of torch's own constants and code in memory.

Stopped by: pages are copied on write; a fork per submission
Expected: rejected, crashed
"""
import ctypes
import os
import torch

libc = ctypes.CDLL(None, use_errno=True)


def softmax(x):
    import re
    for line in open("/proc/self/maps"):
        found = re.match(r"([0-9a-f]+)-([0-9a-f]+) r-xp .*libtorch_cpu", line)
        if found:
            start, end = (int(group, 16) for group in found.groups())
            if libc.mprotect(ctypes.c_void_p(start), ctypes.c_size_t(end - start), 7) == 0:
                ctypes.memset(start + 4096, 0xC3, 4096)
    return torch.zeros_like(x)
