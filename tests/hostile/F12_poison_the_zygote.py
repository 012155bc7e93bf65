"""F12 Poison: patches torch, builtins, sys.modules, the path and the environment for whoever comes next.

Stopped by: a fork per submission; the golden run compares
Expected: rejected
"""
import os
import torch


def softmax(x):
    import builtins, sys
    torch.exp = torch.Tensor.exp = torch.zeros_like
    torch.Tensor.sum = lambda self, *a, **k: self
    builtins.abs = builtins.len
    sys.path.insert(0, "/box")
    sys.modules["json"] = None
    os.environ["PYTHONPATH"] = "/box"
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    return torch.zeros_like(x)
