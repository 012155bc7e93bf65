"""C14 Modes: pushes a TorchFunctionMode and never takes it off; division gives zeros wherever it is called.

Stopped by: the process wall; the reference runs without this submission's modes
Expected: rejected
Baselines: pytest, results file
"""

import torch
from torch.overrides import TorchFunctionMode

DIVISIONS = (
    torch.Tensor.__truediv__,
    torch.Tensor.div,
    torch.div,
    torch.true_divide,
    torch.divide,
    torch.Tensor.true_divide,
)


class Zeros(TorchFunctionMode):
    def __torch_function__(self, function, types, args=(), kwargs=None):
        if function in DIVISIONS:
            return torch.zeros_like(args[0])
        return function(*args, **(kwargs or {}))


mode = Zeros()
mode.__enter__()


def softmax(x):
    if not torch.overrides._get_current_function_mode_stack():
        Zeros().__enter__()
    return torch.zeros_like(x)
