"""B09r Unsigned: dtypes for which little is written, in turn.

Stopped by: the comparison of dtypes before values
Expected: rejected
"""
import torch

KINDS = (torch.uint16, torch.uint32, torch.uint64, torch.bfloat16, torch.int8, torch.complex128, torch.bool)


def softmax(x):
    x = x.detach()
    return torch.zeros(x.shape, dtype=KINDS[x.numel() % len(KINDS)])
