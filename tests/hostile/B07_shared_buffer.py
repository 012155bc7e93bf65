"""B07 Control: the same buffer is returned each time, and is right whenever it is returned.

Stopped by: nothing; an answer counts as it was at the return
Expected: accepted
"""
import torch

BUFFERS = {}


def softmax(x):
    if x.requires_grad:
        e = torch.exp(x - x.amax(-1, keepdim=True))
        return e / e.sum(-1, keepdim=True)
    buffer = BUFFERS.setdefault((x.shape, x.dtype, x.device), torch.empty_like(x))
    torch.exp(x - x.amax(-1, keepdim=True), out=buffer)
    return buffer.div_(buffer.sum(-1, keepdim=True))
