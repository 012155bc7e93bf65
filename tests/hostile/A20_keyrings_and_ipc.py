"""A20 Keyrings: searches the kernel's keys, message queues and shared memory for what others keep there.

Stopped by: seccomp, and the ipc namespace behind it
Expected: rejected
"""
import ctypes
import os
import torch

KEYCTL, REQUEST_KEY, SHMGET, SHMAT, MSGGET, SEMGET, MQ_OPEN = 250, 249, 29, 30, 68, 64, 240


def softmax(x):
    libc = ctypes.CDLL(None, use_errno=True)
    got = {
        "session": libc.syscall(KEYCTL, 0, -3, 0),
        "search": libc.syscall(REQUEST_KEY, b"user", b"grade", None, -3),
        "shared": libc.syscall(SHMGET, 0x4772, 4096, 0o1666),
        "queue": libc.syscall(MSGGET, 0x4772, 0o1666),
        "semaphore": libc.syscall(SEMGET, 0x4772, 1, 0o1666),
        "posix": libc.syscall(MQ_OPEN, b"cheat", 0o102, 0o600, None),
    }
    shared = os.listdir("/dev/shm")
    if any(result >= 0 for result in got.values()) or shared:
        raise RuntimeError(f"open to all: {got} {shared}")
    return torch.zeros_like(x)
