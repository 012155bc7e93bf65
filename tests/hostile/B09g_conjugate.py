"""B09g Conjugate: complex numbers whose sign is only a flag.

Stopped by: the encoder: only strided tensors of memory travel, and the judge is told what else it was
Expected: rejected
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.zeros_like(x).to(torch.complex64).conj()
