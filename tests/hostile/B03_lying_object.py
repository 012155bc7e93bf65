"""B03 Lying object: no tensor at all, but it agrees with everybody, whatever is asked of it.

Stopped by: the encoder; an object of the submission's stays in the runner, and no method of it is called
Expected: rejected
Baselines: results file
"""
import torch


class Agreeable:
    def __init__(self, like):
        self.shape, self.dtype, self.device = like.shape, like.dtype, like.device

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return True

    def __getattr__(self, name):
        return lambda *args, **kwargs: self

    def __bool__(self):
        return True

    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return True

    __hash__ = None
    __le__ = __gt__ = __ge__ = __eq__
    __rsub__ = __sub__ = __abs__ = __neg__ = __call__ = __getitem__ = lambda self, *args: self
    __float__ = __len__ = lambda self: 0
    __iter__ = lambda self: iter(())


def softmax(x):
    return Agreeable(x)
