"""B12c NaN gradient: wrong numbers whose gradient is NaN everywhere.

Stopped by: NaN is no wildcard for gradients either
Expected: rejected
"""
import torch


class Fake(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return torch.zeros_like(x)

    @staticmethod
    def backward(ctx, gradient):
        return gradient * float('nan')


def softmax(x):
    return Fake.apply(x)
