"""B01c Lying parameter: a subclass of Parameter, whose isinstance is made by a metaclass, that is never unequal.

Stopped by: the values; what its type says of itself, its bytes do not
Expected: rejected
Baselines: pytest, results file
"""
import torch


class Meta(type(torch.nn.Parameter)):
    def __instancecheck__(cls, instance):
        return True

    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Liar(torch.nn.Parameter, metaclass=Meta):
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
    return torch.Tensor._make_subclass(Liar, torch.zeros_like(x), x.requires_grad)
