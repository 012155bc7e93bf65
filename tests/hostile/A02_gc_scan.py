"""A02 Scan of the heap for the reference: asks the garbage collector for a function of the same name and calls it.

Stopped by: the list of forbidden names, which has the look-ups of gc; and the process wall behind it
Expected: forbidden
Baselines: pytest, results file
"""
import gc
import types
import torch


def softmax(x):
    for thing in gc.get_objects():
        if isinstance(thing, types.FunctionType) and thing.__name__ == "softmax" and thing is not softmax:
            if not str(thing.__module__).startswith("torch"):
                return thing(x)
    return torch.zeros_like(x)
