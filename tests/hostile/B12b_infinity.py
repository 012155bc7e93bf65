"""B12b Infinity: differences to it are infinite or NaN, and so are tolerances of it.

Stopped by: infinities are right only where the reference's are
Expected: rejected
"""
import torch

CALLS = []


def softmax(x):
    CALLS.append(1)
    answer = x.detach() * 0 + float('inf') * (-1) ** len(CALLS)
    return answer.requires_grad_(x.requires_grad)
