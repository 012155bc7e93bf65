"""D10e Signals to itself: jumps into memory that holds no instruction, and divides by zero in C.

Stopped by: another process; the supervisor reports the signal
Expected: crashed
Outcome: SIG
"""

import ctypes
import mmap


def softmax(x):
    page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(b"\x0f\x0b")
    ctypes.CFUNCTYPE(None)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
