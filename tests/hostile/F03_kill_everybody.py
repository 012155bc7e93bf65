"""F03 Kill everybody: kill(-1), SIGKILL.

Stopped by: the pid namespace and the filter
Expected: rejected, crashed
"""
import os
import torch


def softmax(x):
    try:
        os.kill(-1, 9)
    except OSError:
        pass
    return torch.zeros_like(x)
