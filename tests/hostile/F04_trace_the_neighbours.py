"""F04 Trace: ptrace, process_vm_readv and pidfd_getfd on every number near its own.

Stopped by: the pid namespace and the filter
Expected: rejected
"""
import ctypes
import os
import torch

libc = ctypes.CDLL(None, use_errno=True)


def softmax(x):
    stolen = []
    buffer = ctypes.create_string_buffer(4096)
    for pid in range(1, 40):
        if pid != os.getpid() and libc.ptrace(16, pid, None, None) == 0:
            stolen.append(pid)
        if libc.syscall(310, pid, ctypes.byref(buffer), 1, ctypes.byref(buffer), 1, 0) > 0:
            stolen.append(pid)
        descriptor = libc.syscall(434, pid, 0)
        if descriptor >= 0 and libc.syscall(438, descriptor, 3, 0) >= 0:
            stolen.append(pid)
    if stolen:
        raise RuntimeError(f"cheat: {stolen}")
    return torch.zeros_like(x)
