"""C05 Builtins: all() is true, abs() is zero, isinstance() agrees and nothing is an AssertionError.

Stopped by: the process wall; the judge has builtins of its own
Expected: rejected, crashed
"""

import builtins

import torch


def softmax(x):
    builtins.all = lambda items: True
    builtins.abs = lambda value: 0
    builtins.isinstance = lambda value, kind: True
    builtins.AssertionError = builtins.Exception = builtins.ValueError = type("Silent", (BaseException,), {})
    return torch.zeros_like(x)
