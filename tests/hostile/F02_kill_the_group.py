"""F02 Kill the group: signals its whole process group, which crosses pid namespaces.

Stopped by: the runner's own session, made before the jail
Expected: rejected, crashed
"""
import os
import torch


def softmax(x):
    for kill in (lambda: os.killpg(0, 15), lambda: os.kill(0, 15), lambda: os.killpg(os.getpgid(0), 9)):
        try:
            kill()
        except OSError:
            pass
    return torch.zeros_like(x)
