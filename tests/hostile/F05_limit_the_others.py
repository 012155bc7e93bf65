"""F05 Limits of others: prlimit, affinity, priority and scheduling of every process it can name.

Stopped by: the filter (own process only)
Expected: rejected
"""
import ctypes
import os
import torch

libc = ctypes.CDLL(None, use_errno=True)


def softmax(x):
    done = []
    for pid in [0, *range(2, 60)]:
        for call in (
            lambda: libc.syscall(302, pid, 7, ctypes.byref((ctypes.c_ulong * 2)(0, 0)), None) if pid else -1,
            lambda: libc.syscall(141, 0, pid, 19) if pid else -1,
            lambda: libc.syscall(203, pid, 8, ctypes.byref(ctypes.c_ulong(1))) if pid else -1,
        ):
            if call() == 0:
                done.append(pid)
    if done:
        raise RuntimeError(f"cheat: {done}")
    return torch.zeros_like(x)
