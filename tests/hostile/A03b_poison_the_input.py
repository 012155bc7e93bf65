"""A03b Poisoned input: puts NaN into its argument, so that a reference asked later answers NaN as well.

Stopped by: the judge's own copy of the input
Expected: rejected
"""
import torch


def softmax(x):
    x.data.mul_(float("nan"))
    return x.detach().clone().requires_grad_()
