"""D13e Signature: a parameter that calls itself ``def``, for whoever builds a signature from what it reads.

Stopped by: a signature that cannot be read holds nobody to it; it is not the grader's fault
Expected: rejected, crashed
"""

import inspect

import torch


class Parameter(inspect.Parameter):
    def __str__(self):
        return "def"


def softmax(x):
    return torch.zeros_like(x)


softmax.__signature__ = inspect.Signature([Parameter("x", inspect.Parameter.POSITIONAL_OR_KEYWORD)])
