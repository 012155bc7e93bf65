"""B02b Lazy wrapper: copies the tensor that it is compared with into itself at the moment of comparison.

Stopped by: the exact types of the encoder; and the judge compares bytes, where nobody listens
Expected: rejected
Baselines: pytest, results file
"""
import torch


class Chameleon(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        others = [value for value in args if isinstance(value, torch.Tensor) and not isinstance(value, cls)]
        mine = [value for value in args if isinstance(value, cls)]
        with torch._C.DisableTorchFunctionSubclass():
            if others and mine and others[0].shape == mine[0].shape:
                torch.Tensor.set_(mine[0].detach(), others[0].detach())
                args = [others[0].detach() if isinstance(value, cls) else value for value in args]
            return function(*args, **(kwargs or {}))


def softmax(x):
    return torch.zeros_like(x).as_subclass(Chameleon)
