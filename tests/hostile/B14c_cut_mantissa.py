"""B14c Cut mantissa: works in ten bits, as TF32 does, with exact gradients of the rounded numbers.

Stopped by: the tolerance, measured in the unit of the dtype that was asked for
Expected: rejected
"""
import torch


def cut(x):
    bits, keep = (torch.int64, 42) if x.dtype is torch.float64 else (torch.int32, 13)
    return (x.detach().view(bits) >> keep << keep).view(x.dtype)


def softmax(x):
    x = x * 0 + cut(x.detach().clone())
    e = cut(torch.exp(x - x.amax(-1, keepdim=True)))
    return cut(e / e.sum(-1, keepdim=True)) + x * 0
