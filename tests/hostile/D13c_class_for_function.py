"""D13c Wrong export: a class whose instances pretend to be the answer.

Stopped by: only exact tensors cross the wall as tensors; a student's object stays in the runner
Expected: rejected
"""

import torch


class softmax:
    def __init__(self, x):
        self.x = x
        self.shape, self.dtype, self.device = x.shape, x.dtype, x.device

    def __eq__(self, other):
        return True

    def __torch_function__(self, function, types, args=(), kwargs=None):
        return torch.ones((), dtype=torch.bool)
