"""B01 Lying subclass: a tensor that answers every comparison with yes.

Stopped by: the exact types of the encoder; a subclass stays in the runner, and the judge names it
Expected: rejected
Baselines: pytest, results file
"""
import torch

COMPARISONS = {"equal", "allclose", "isclose", "eq", "ne", "__eq__", "all"}


class Liar(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        name = getattr(function, "__name__", "")
        if name in ("equal", "allclose"):
            return True
        with torch._C.DisableTorchFunctionSubclass():
            if name in ("isclose", "eq", "__eq__"):
                return torch.ones(args[0].shape, dtype=torch.bool)
            return function(*args, **(kwargs or {}))


def softmax(x):
    return torch.zeros_like(x).as_subclass(Liar)
