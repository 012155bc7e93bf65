"""B09c Nested: a tensor that has no shape, only pretends to be strided.

Stopped by: the encoder: only strided tensors of memory travel, and the judge is told what else it was
Expected: rejected, crashed
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.nested.nested_tensor([x.reshape(-1), x.reshape(-1)[:1]])
