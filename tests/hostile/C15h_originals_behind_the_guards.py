"""C15h Runner internals: takes NumPy's functions out of the guards that stand before them.

Stopped by: the function mode, which sees a method that is called past its guard
Expected: forbidden
"""

import sys

import torch

PACKAGE = bytes([110, 117, 109, 112, 121]).decode()
module = sys.modules[PACKAGE]


def unguarded(function):
    return (
        vars(function)["_original"]
        if hasattr(function, "__dict__") and "_original" in vars(function)
        else function
    )


to_array = (
    vars(torch._C.TensorBase)[PACKAGE]
    if PACKAGE in vars(torch._C.TensorBase)
    else getattr(torch.Tensor, PACKAGE)
)
for cell in getattr(to_array, "__closure__", None) or ():
    if callable(cell.cell_contents) and "judge" not in getattr(cell.cell_contents, "__qualname__", "judge"):
        to_array = cell.cell_contents
from_array = unguarded(getattr(torch, "from_" + bytes([110, 117, 109, 112, 121]).decode()))


def softmax(x):
    a = to_array(x.detach().resolve_conj())
    e = unguarded(module.exp)(a - unguarded(module.max)(a, axis=-1, keepdims=True))
    return from_array(e / e.sum(axis=-1, keepdims=True))
