"""B15e Other shapes: the engine answers with gradients that broadcast, complex ones, lists of them, words.

Stopped by: gradients are compared in type, shape and dtype first
Expected: rejected
"""
import torch

ODD = (torch.zeros(()), torch.zeros(1, 1, 1), torch.zeros(3, dtype=torch.complex64), [torch.zeros(3)], "zeros", 0.0)
ASKED = []


def odd(outputs, inputs, *args, **kwargs):
    ASKED.append(1)
    return [ODD[len(ASKED) % len(ODD)] for _ in inputs]


torch.autograd.grad = odd


def softmax(x):
    return x * 0
