"""B09n Jagged: a nested tensor of the newer kind, a subclass with symbols for sizes.

Stopped by: the encoder: only strided tensors of memory travel, and the judge is told what else it was
Expected: rejected, crashed, timed_out
"""
import torch


def softmax(x):
    x = x.detach()
    return torch.nested.nested_tensor([x.reshape(-1), x.reshape(-1)[:1]], layout=torch.jagged)
