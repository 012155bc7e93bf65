"""B09q Control: right numbers behind a negative flag and a conjugate flag.

Stopped by: nothing; flags are resolved before the bytes are copied
Expected: accepted
"""
import torch


def softmax(x):
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return torch._neg_view(-(e / e.sum(-1, keepdim=True))).conj()
