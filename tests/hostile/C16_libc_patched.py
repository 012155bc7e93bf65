"""C16 Native patch: writes over memcmp in the C library, so that any two pieces of memory are equal.

Stopped by: the process wall; memory is the runner's own copy
Expected: rejected, crashed
"""

import ctypes

import torch

libc = ctypes.CDLL(None)
PAGE = 4096
EQUAL = b"\x31\xc0\xc3"


def patch(name):
    address = ctypes.cast(getattr(libc, name), ctypes.c_void_p).value
    start = address - address % PAGE
    if libc.mprotect(ctypes.c_void_p(start), 2 * PAGE, 7) == 0:
        ctypes.memmove(address, EQUAL, len(EQUAL))


def softmax(x):
    patch("bcmp")
    patch("strcasecmp")
    return torch.zeros_like(x)
