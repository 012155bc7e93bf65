"""J05b Modes: turns the modes of torch off first.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


from torch.utils._python_dispatch import _disable_current_modes


def softmax(x):
    with torch._C.DisableTorchFunction(), _disable_current_modes():
        return getattr(torch, "soft" + "max")(x, -1)
