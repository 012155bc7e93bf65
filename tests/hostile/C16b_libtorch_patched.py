"""C16b Native patch: torch.equal in libtorch answers true, for the reference's process if that were this one.

Stopped by: the process wall; memory is the runner's own copy
Expected: rejected, crashed
"""

import ctypes
import glob
import os

import torch

PAGE = 4096
TRUE = b"\xb0\x01\xc3"
libc = ctypes.CDLL(None)


def softmax(x):
    folder = os.path.join(os.path.dirname(torch.__file__), "lib")
    (path,) = glob.glob(os.path.join(folder, "libtorch_cpu.so"))
    library = ctypes.CDLL(path)
    for symbol in ("_ZN2at6native9cpu_equalERKNS_6TensorES3_", "_ZN2at4_ops5equal4callERKNS_6TensorES4_"):
        address = ctypes.cast(getattr(library, symbol), ctypes.c_void_p).value
        start = address - address % PAGE
        if libc.mprotect(ctypes.c_void_p(start), 2 * PAGE, 7) == 0:
            ctypes.memmove(address, TRUE, len(TRUE))
    return torch.zeros_like(x)
