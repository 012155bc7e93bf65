"""B26b Odd signature: parameters with three stars, defaults of stars, no names, each other's names.

Stopped by: the judge's reader of signatures, which takes no name on trust
Expected: rejected
"""
import inspect
import torch

WRITTEN = ("***x", "*y=1", "x", "*", "x", "**z=2", "x:" * 90, "y = ", "****", "Ⅸ", "x\x00")


class Parameter:
    kind = KEYWORD_ONLY = inspect.Parameter.KEYWORD_ONLY

    def __init__(self, written):
        self.written = written

    def __str__(self):
        return self.written


class Signature(inspect.Signature):
    parameters = property(lambda self: {number: Parameter(written) for number, written in enumerate(WRITTEN)})


def softmax(x):
    return torch.zeros_like(x)


softmax.__signature__ = Signature()
