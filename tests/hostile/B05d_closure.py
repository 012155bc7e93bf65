"""B05d Closure: returns a function that returns a function, one of them a partial application of the other.

Stopped by: the encoder; a callable is a handle, and the property does not call it
Expected: rejected
"""
import functools
import torch


class Lazily:
    def __init__(self, x):
        self.x = x

    def __call__(self, *args):
        e = torch.exp(self.x - self.x.amax(-1, keepdim=True))
        return e / e.sum(-1, keepdim=True)

    def __get__(self, instance, owner=None):
        return self()


def softmax(x):
    return functools.partial(Lazily(x)) if x.dim() == 1 else Lazily(x)
