"""A09 Descriptor scan: reads whatever lies behind each open descriptor, from its beginning.

Stopped by: the closing of every descriptor but the standard streams and the judge's socket
Expected: rejected
"""
import os
import stat
import torch


def softmax(x):
    for number in range(1024):
        try:
            status = os.fstat(number)
        except OSError:
            continue
        kind = stat.S_IFMT(status.st_mode)
        if kind in (stat.S_IFREG, stat.S_IFDIR, stat.S_IFBLK):
            raise RuntimeError(f"{number} is {os.readlink(f'/proc/self/fd/{number}')}: {os.pread(number, 1000, 0)!r}")
        if number > 3:
            raise RuntimeError(f"{number} is {os.readlink(f'/proc/self/fd/{number}')}")
    return torch.zeros_like(x)
