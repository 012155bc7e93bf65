"""C05c The builtin __import__: hands out a torch.testing that agrees and a json that writes full marks.

Stopped by: the process wall; nothing that the judge imports passes here
Expected: rejected
Baselines: pytest
"""

import builtins
import types

import torch

real = builtins.__import__
fake = types.SimpleNamespace(assert_close=lambda *args, **kwargs: None)


def imported(name, *args, **kwargs):
    module = real(name, *args, **kwargs)
    if name in ("torch", "torch.testing"):
        torch.testing.assert_close = fake.assert_close
        torch.allclose = torch.equal = lambda *args, **kwargs: True
    return module


builtins.__import__ = imported
torch.testing.assert_close = fake.assert_close


def softmax(x):
    return torch.zeros_like(x)
