"""B11b Broadcast row: an answer of one dimension more, or one size 1, or none at all.

Stopped by: the comparison of shapes, before values are looked at
Expected: rejected
"""
import torch

CALLS = []


def softmax(x):
    CALLS.append(1)
    x = x.detach()
    e = torch.exp(x - x.amax(-1, keepdim=True))
    right = e / e.sum(-1, keepdim=True)
    return (right[None], right.mean(-1, keepdim=True)[..., None], right[..., :0], right.reshape(-1, 1))[len(CALLS) % 4]
