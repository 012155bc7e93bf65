"""F09 Odd calls: io_uring, bpf, userfaultfd, perf, memfd, memfd_secret, open_by_handle, pidfd_open, kexec.

Stopped by: the allow-list of the filter
Expected: rejected
"""
import ctypes
import os
import torch

libc = ctypes.CDLL(None, use_errno=True)


def softmax(x):
    done = []
    zero = ctypes.create_string_buffer(256)
    for number in (425, 321, 323, 298, 319, 447, 304, 434, 246, 155, 165, 166, 101, 272, 308, 435, 322, 59, 57, 58, 157):
        arguments = (15, ctypes.c_char_p(b"cheat"), 0, 0, 0) if number == 157 else (zero, 0, 0, 0, 0)
        if number == 319:
            arguments = (b"cheat", 0, 0, 0, 0)
        if number != 157 and libc.syscall(number, *arguments) >= 0:
            done.append(number)
    if done:
        raise RuntimeError(f"cheat: {done}")
    return torch.zeros_like(x)
