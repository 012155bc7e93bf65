"""B01b Disguised subclass: its __class__ says Tensor, its type does not, and its comparisons lie.

Stopped by: type(x) is Tensor, which no attribute can answer for
Expected: rejected
Baselines: pytest, results file
"""
import torch


class Disguised(torch.Tensor):
    __class__ = property(lambda self: torch.Tensor)

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        name = getattr(function, "__name__", "")
        if name in ("equal", "allclose"):
            return True
        with torch._C.DisableTorchFunctionSubclass():
            if name in ("isclose", "eq", "__eq__"):
                return torch.ones(args[0].shape, dtype=torch.bool)
            return function(*args, **(kwargs or {}))


Disguised.__name__ = Disguised.__qualname__ = "Tensor"
Disguised.__module__ = "torch"


def softmax(x):
    return torch.zeros_like(x).as_subclass(Disguised)
