"""B14b Low precision: computes in bfloat16 and casts back.

Stopped by: the tolerance, measured in the unit of the dtype that was asked for
Expected: rejected
"""
import torch


def softmax(x):
    low = x.to(torch.bfloat16)
    e = torch.exp(low - low.amax(-1, keepdim=True))
    return (e / e.sum(-1, keepdim=True)).to(x.dtype)
