"""F06 Side channel: abstract socket, shared memory, message queue, keyring, file lock, one to the next runner.

Stopped by: the filter and the ipc namespace
Expected: rejected
"""
import ctypes
import os
import torch

libc = ctypes.CDLL(None, use_errno=True)


def softmax(x):
    left = []
    for number, arguments in ((41, (1, 1, 0)), (29, (0x7467, 4096, 0o1666)), (68, (0x7467, 0o1666)), (240, (b"/cheat", 66, 438, None)),
                              (248, (b"user", b"cheat", b"1", 1, -3)), (64, (0x7467, 1, 0o1666)), (41, (40, 1, 0))):
        if libc.syscall(number, *arguments) >= 0:
            left.append(number)
    try:
        import fcntl
        with open(torch.__file__, "rb") as shared:
            fcntl.flock(shared, fcntl.LOCK_EX)
            left.append("flock")
    except OSError:
        pass
    if left:
        raise RuntimeError(f"cheat: {left}")
    return torch.zeros_like(x)
