"""B26 Parameter called class: its signature names a parameter as no parameter can be named, for the judge to stumble.

Stopped by: the judge's reader of signatures, which takes no name on trust
Expected: not accepted
"""
import inspect
import torch


class Parameter:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    KEYWORD_ONLY = inspect.Parameter.KEYWORD_ONLY

    def __str__(self):
        return "class"


class Signature(inspect.Signature):
    parameters = property(lambda self: {"class": Parameter()})


def softmax(x):
    return torch.zeros_like(x)


softmax.__signature__ = Signature()
