"""C04b ATen override: takes the registration behind the guard and replaces the kernels that every grader needs.

Stopped by: the process wall; every runner has its own dispatcher
Expected: rejected, forbidden, crashed
"""

import torch


def unguarded(owner, name):
    found = getattr(owner, name)
    return vars(found).get("_original", found)


register = unguarded(torch._C, bytes([95]).decode() + "dispatch" + bytes([95]).decode() + "library")
library = register("IMPL", "aten", "", "cheat", 0)


def zeros(keys, a, b):
    return torch.zeros(a.shape, dtype=a.dtype)


for name in ("div.Tensor", "sub.Tensor"):
    library.impl(name, "CPU", zeros, True)
library.impl("equal", "CPU", lambda keys, a, b: True, True)


def softmax(x):
    return torch.zeros_like(x)
