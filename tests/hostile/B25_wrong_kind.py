"""B25 Wrong kind: the right numbers in a list, a tuple of two, a dict, a string.

Stopped by: the comparison of types before values
Expected: rejected
"""
import torch

CALLS = []


def softmax(x):
    CALLS.append(1)
    x = x.detach()
    e = torch.exp(x - x.amax(-1, keepdim=True))
    right = e / e.sum(-1, keepdim=True)
    return [right.tolist(), (right, right), {"result": right}, repr(right), [right]][len(CALLS) % 5]
