"""B09 Sparse: a sparse tensor, whose memory lies elsewhere.

Stopped by: the encoder: only strided tensors of memory travel, and the judge is told what else it was
Expected: rejected
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.zeros_like(x).to_sparse()
