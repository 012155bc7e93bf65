"""B03c Lying class: an object whose class says Tensor to isinstance, whose name is Tensor, and which is none.

Stopped by: the encoder's table is keyed by type(x); the name is only shown
Expected: rejected
"""
import torch


class Tensor:
    __class__ = property(lambda self: torch.Tensor)
    __module__ = "torch"
    layout = torch.strided
    is_meta = is_quantized = requires_grad = False

    def __init__(self, like):
        self.shape, self.dtype, self.device = like.shape, like.dtype, like.device

    def __getattr__(self, name):
        return lambda *args, **kwargs: self

    def __eq__(self, other):
        return torch.ones(self.shape, dtype=torch.bool)


def softmax(x):
    return Tensor(x)
