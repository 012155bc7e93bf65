"""A08b Memory of others: process_vm_readv and ptrace on every process number, by system call.

Stopped by: seccomp, and the pid namespace behind it
Expected: rejected
"""
import ctypes
import torch

PROCESS_VM_READV, PTRACE, PIDFD_OPEN, PIDFD_GETFD, KCMP = 310, 101, 434, 438, 312


def softmax(x):
    libc = ctypes.CDLL(None, use_errno=True)
    taken = []
    for pid in (0, 2, 3, *range(4, 64), 1000, 4194304):
        if libc.syscall(PTRACE, 16, pid, 0, 0) == 0:
            taken.append(("ptrace", pid))
        if libc.syscall(PIDFD_OPEN, pid, 0) >= 0:
            taken.append(("pidfd", pid))
        buffer = ctypes.create_string_buffer(64)
        vector = (ctypes.c_void_p * 2)(ctypes.addressof(buffer), 64)
        if libc.syscall(PROCESS_VM_READV, pid, vector, 1, vector, 1, 0) > 0:
            taken.append(("memory", pid, buffer.raw))
        if libc.syscall(KCMP, 1, pid, 0, 0, 0) >= 0:
            taken.append(("kcmp", pid))
    if taken:
        raise RuntimeError(f"others can be read: {taken}")
    return torch.zeros_like(x)
