"""B15b Echo: gives the cotangent itself back as the gradient.

Stopped by: gradients are compared with the reference's
Expected: rejected
"""
import torch


class Echo(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return torch.zeros_like(x)

    @staticmethod
    def backward(ctx, gradient):
        return gradient


def softmax(x):
    return Echo.apply(x)
