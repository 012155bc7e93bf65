"""F08 Namespaces: unshare, setns, mount, umount of /proc, pivot_root, chroot.

Stopped by: the filter; no capability is left
Expected: rejected
"""
import ctypes
import os
import torch

libc = ctypes.CDLL(None, use_errno=True)


def softmax(x):
    done = []
    for name, arguments in (("unshare", (0x10000000,)), ("unshare", (0x00020000,)), ("umount2", (b"/proc", 2)), ("chroot", (b"/box",)),
                            ("mount", (b"none", b"/box", b"tmpfs", 0, None)), ("pivot_root", (b"/box", b"/box")), ("setns", (3, 0))):
        if getattr(libc, name)(*arguments) == 0:
            done.append(name)
    if done:
        raise RuntimeError(f"cheat: {done}")
    return torch.zeros_like(x)
