"""C19 Finalizer: an object that ends the process with success when the interpreter takes the module apart.

Stopped by: an exit code never means that anything passed
Expected: rejected
Baselines: pytest
"""

import os
import sys

import torch


class Last:
    def __del__(self, leave=os._exit):
        leave(0)


last = Last()
sys.modules["zz_last"] = last


def softmax(x):
    return torch.zeros_like(x)
