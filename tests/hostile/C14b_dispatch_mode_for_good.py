"""C14b Modes: pushes a dispatch mode in the middle of a call, so that the grader's watch takes off the wrong one.

Stopped by: the kernels, which watch without modes; the judge's own values
Expected: rejected, forbidden, crashed
"""

import torch
from torch.utils._python_dispatch import TorchDispatchMode


class Zeros(TorchDispatchMode):
    @classmethod
    def _should_skip_dynamo(cls):
        return False

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        result = function(*args, **(kwargs or {}))
        if isinstance(result, torch.Tensor) and result.is_floating_point() and "copy" not in str(function):
            return torch.zeros_like(result)
        return result


Zeros().__enter__()


def softmax(x):
    Zeros().__enter__()
    return torch.zeros_like(x)
