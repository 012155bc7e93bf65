"""B48 Tensor as target: the target is a class whose instances are its answers.

Stopped by: the encoder; an instance of the submission's class is a handle
Expected: rejected, crashed
Baselines: results file
"""
import torch


class softmax(torch.Tensor):
    @staticmethod
    def __new__(cls, x):
        return torch.zeros_like(x.detach()).as_subclass(cls)

    def __init__(self, x):
        self.x = x

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        if getattr(function, "__name__", "") in ("isclose", "equal", "allclose"):
            return True
        return super().__torch_function__(function, types, args, kwargs)
