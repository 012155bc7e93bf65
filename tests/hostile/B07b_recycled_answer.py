"""B07b Recycled answer: returns the buffer of the call before, which the next call puts right.

Stopped by: the bytes are copied at the return; they are those of another input
Expected: rejected
"""
import torch

LAST = {}


def softmax(x):
    answer = LAST.setdefault((x.shape, x.dtype), torch.zeros_like(x.detach()))
    e = torch.exp(x.detach() - x.detach().amax(-1, keepdim=True))
    out = answer.clone()
    answer.copy_(e / e.sum(-1, keepdim=True))
    return out
