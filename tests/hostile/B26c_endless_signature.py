"""B26c Long signature: twenty thousand parameters, to make the sentence about them fill the report.

Stopped by: a bound on what is told of a signature
Expected: not accepted
"""
import inspect
import torch


class Parameter:
    kind = KEYWORD_ONLY = inspect.Parameter.KEYWORD_ONLY

    def __init__(self, number):
        self.number = number

    def __str__(self):
        return f"very_long_name_of_a_parameter_{self.number}" * 3


class Signature(inspect.Signature):
    parameters = property(lambda self: {number: Parameter(number) for number in range(20_000)})


def softmax(x):
    return torch.zeros_like(x)


softmax.__signature__ = Signature()
