"""A10b Climb: the old way out of a changed root: keep a folder open, change root below it, walk up.

Stopped by: seccomp and the missing capability; a pivoted root has no way up
Expected: rejected
"""
import ctypes
import os
import torch

CHROOT, PIVOT_ROOT, OPEN_TREE, MOVE_MOUNT, NAME_TO_HANDLE_AT, OPEN_BY_HANDLE_AT = 161, 155, 428, 429, 303, 304


def softmax(x):
    libc = ctypes.CDLL(None, use_errno=True)
    before = sorted(os.listdir("/"))
    keep = os.open("/", os.O_RDONLY)
    os.makedirs("/box/cheat", exist_ok=True)
    got = [libc.syscall(CHROOT, b"/box/cheat")]
    os.fchdir(keep)
    for _ in range(64):
        os.chdir("..")
    got.append(libc.syscall(CHROOT, b"."))
    got.append(libc.syscall(PIVOT_ROOT, b".", b"."))
    got.append(libc.syscall(OPEN_TREE, -100, b"/", 1))
    got.append(libc.syscall(OPEN_BY_HANDLE_AT, keep, ctypes.create_string_buffer(128), 0))
    after = sorted(os.listdir("."))
    if after != before or any(result >= 0 for result in got):
        raise RuntimeError(f"out: {got} {after}")
    return torch.zeros_like(x)
