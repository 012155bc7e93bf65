"""B26b Odd signatures: parameters with three stars, defaults of stars, no names, each other's names.

Stopped by: the judge's reader of signatures, which takes no name on trust
Expected: not accepted
"""
import inspect
import os
import torch

ODD = (["***x"], ["*"], ["x", "x"], ["**x", "y"], ["x=1", "y"], ["None"], ["*x", "*y"], ["*=1"], ["x:" * 99], ["", "x"], ["*", "**lambda"])


class Parameter:
    kind = KEYWORD_ONLY = inspect.Parameter.KEYWORD_ONLY

    def __init__(self, written):
        self.written = written

    def __str__(self):
        return self.written


class Signature(inspect.Signature):
    parameters = property(lambda self: {number: Parameter(w) for number, w in enumerate(ODD[os.getrandom(1)[0] % len(ODD)])})


def softmax(x):
    return torch.zeros_like(x)


softmax.__signature__ = Signature()
