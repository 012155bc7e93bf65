"""A21 Watching: sees by inotify, fanotify and times of access when the judge opens which hidden file.

Stopped by: seccomp, and the mounts: a folder that is not there cannot be watched
Expected: rejected
"""
import ctypes
import os
import torch

INOTIFY_INIT1, FANOTIFY_INIT, PERF_EVENT_OPEN = 294, 300, 298


def softmax(x):
    libc = ctypes.CDLL(None, use_errno=True)
    got = [
        libc.syscall(INOTIFY_INIT1, 0),
        libc.syscall(FANOTIFY_INIT, 0, 0),
        libc.syscall(PERF_EVENT_OPEN, ctypes.create_string_buffer(128), -1, 0, -1, 0),
    ]
    if any(result >= 0 for result in got):
        raise RuntimeError(f"watching: {got}")
    times = {name: os.stat("/" + name).st_atime_ns for name in os.listdir("/")}
    names = set(times) - {"box", "dev", "etc", "lib", "lib64", "proc", "root", "runtime", "tmp", "usr", "opt", "home", "sys"}
    if names & {"work", "srv", "autograder", "course"}:
        raise RuntimeError(f"the host shows {times}")
    return torch.zeros_like(x)
