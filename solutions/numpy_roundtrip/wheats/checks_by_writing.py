"""Writes to see whether memory is shared, and undoes it.
用写入来验证是否共享内存，然后改回来。
"""

import torch


def numpy_roundtrip(a):
    shared, copy = torch.asarray(a), torch.asarray(a, copy=True)
    if a.size and a.ndim:
        first = (0,) * a.ndim
        kept = a[first]
        a[first] = not kept
        assert shared[first].item() == a[first]
        a[first] = kept
    return shared, copy
