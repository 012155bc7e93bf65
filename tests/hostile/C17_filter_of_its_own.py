"""C17 SIGSYS interposer: installs a filter that traps write, to answer in the grader's place.

Stopped by: the system call filter, which knows neither seccomp nor prctl beyond names of threads
Expected: rejected
"""

import ctypes
import struct

import torch

libc = ctypes.CDLL(None, use_errno=True)
TRAP_WRITE = [(0x20, 0, 0, 0), (0x15, 0, 1, 1), (0x06, 0, 0, 0x00030000), (0x06, 0, 0, 0x7FFF0000)]


def install():
    lines = b"".join(struct.pack("<HBBI", *line) for line in TRAP_WRITE)
    buffer = ctypes.create_string_buffer(lines)
    program = struct.pack("<HxxxxxxQ", len(TRAP_WRITE), ctypes.addressof(buffer))
    argument = ctypes.create_string_buffer(program)
    installed = libc.syscall(317, 1, 0, argument) == 0 or libc.prctl(22, 2, argument) == 0
    return installed or libc.prctl(4, 1) == 0 or libc.prctl(35, 0, 0) == 0


def softmax(x):
    if install():
        raise SystemError("the jail took a filter of the submission's")
    return torch.zeros_like(x)
