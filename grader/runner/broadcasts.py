"""Operators that combine tensors elementwise, and whether their operands have different shapes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from torch import Size, Tensor
from torch._C import DisableTorchFunctionSubclass, TensorBase

# What else adds or subtracts two operands elementwise, for `forbid_broadcast`.
SAME_TRICK = {
    "add": ("add", "addcmul", "addcdiv", "lerp"),
    "sub": ("sub", "rsub", "subtract"),
    "mul": ("mul", "multiply"),
    "div": ("div", "divide", "true_divide"),
}


def same_tricks(bases: Iterable[str]) -> frozenset[str]:
    """Return the names of operators, and of all that can take their place."""
    return frozenset(name for base in bases for name in SAME_TRICK.get(base, (base,)))


def unequal_shapes(args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
    """Return two shapes that differ, e.g. ``[3, 1] and [4]``, among tensors that are combined elementwise."""
    operands = [*args, *(value for name, value in kwargs.items() if name != "out")]
    lists = [operand for operand in operands if isinstance(operand, list | tuple)]
    rows = list(zip(*lists, strict=False)) if len(lists) > 1 else [tuple(operands)]
    if len(lists) == 1:  # _foreach_add(tensors, tensor)
        rows = [(item, *operands) for item in lists[0]]
    for row in rows:
        shapes = [shape_of(value) for value in row if isinstance(value, Tensor)]
        for shape in shapes[1:]:
            if shape != shapes[0]:
                return f"{list(shapes[0])} and {list(shape)}"
    return ""


def shape_of(tensor: Tensor) -> Size:
    """Return a tensor's shape without asking its class, which may be a submission's."""
    with DisableTorchFunctionSubclass():
        return TensorBase.shape.__get__(tensor)  # type: ignore[attr-defined, no-any-return]
