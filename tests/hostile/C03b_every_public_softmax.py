"""C03b Building block: whatever is called softmax in torch gives zeros, for a reference that calls it.

Stopped by: the process wall; the reference runs in the judge
Expected: rejected
"""

import sys

import torch

NAME = bytes([115, 111, 102, 116, 109, 97, 120]).decode()


def zeros(x, *args, **kwargs):
    return torch.zeros_like(x)


def patch():
    for module_name, module in list(sys.modules.items()):
        if module_name.startswith("torch") and NAME in getattr(module, "__dict__", {}):
            setattr(module, NAME, zeros)
    setattr(torch.Tensor, NAME, zeros)
    getattr(torch.nn, NAME.title()).forward = lambda self, x: zeros(x)


patch()


def softmax(x):
    return zeros(x)
