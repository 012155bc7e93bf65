"""F07 Daemon: forks twice, starts a session, and waits to answer for the next submission.

Stopped by: the filter: no process can be made
Expected: rejected
"""
import ctypes
import os
import torch

libc = ctypes.CDLL(None, use_errno=True)


def softmax(x):
    for fork in (os.fork, lambda: libc.vfork(), lambda: libc.syscall(56, 17, 0, 0, 0, 0), lambda: libc.syscall(435, None, 0)):
        try:
            if fork() == 0:
                os.setsid()
                open("/tmp/cheat-daemon", "w").close()
                while True:
                    pass
        except OSError:
            pass
    return torch.zeros_like(x)
