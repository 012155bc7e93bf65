"""B15d Patched engine: torch.autograd.grad returns zeros, and hooks change what passes.

Stopped by: gradients are compared with the reference's, which the judge computes itself
Expected: rejected
"""
import torch

torch.autograd.grad = lambda outputs, inputs, *args, **kwargs: tuple(torch.zeros_like(value) for value in inputs)
torch.Tensor.backward = lambda self, *args, **kwargs: None


def softmax(x):
    if x.requires_grad:
        x.register_hook(lambda gradient: gradient * 0)
    return x * 0
