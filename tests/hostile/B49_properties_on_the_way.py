"""B49 Module that answers: replaces the submission's module by one whose attributes are made up.

Stopped by: the target is read once from the module that was executed; the values are compared
Expected: rejected, crashed, no_target
"""
import sys
import torch


class Module(type(sys)):
    def __getattribute__(self, name):
        return (lambda *args, **kwargs: torch.zeros(3)) if name == "softmax" else super().__getattribute__(name)


sys.modules[__name__].__class__ = Module


def softmax(x):
    return torch.zeros_like(x)
