"""C05b The builtin type(): says Tensor of everything, so that an exact-type test passes a lying object.

Stopped by: the decoder; what is no tensor has no bytes of one
Expected: crashed, rejected
"""

import builtins

import torch

kind_of = type


class Liar:
    shape = torch.Size([3])
    dtype = torch.float64
    layout = torch.strided
    requires_grad = is_quantized = is_meta = False
    device = torch.device("cpu")

    def __getattr__(self, name):
        return lambda *args, **kwargs: self

    def __eq__(self, other):
        return True


def softmax(x):
    builtins.type = lambda value, *rest: kind_of(value, *rest) if rest else torch.Tensor
    return Liar()
