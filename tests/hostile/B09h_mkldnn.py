"""B09h Opaque: a tensor in the layout of a library.

Stopped by: the encoder: only strided tensors of memory travel, and the judge is told what else it was
Expected: rejected, crashed
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.zeros(2, 2).to_mkldnn()
