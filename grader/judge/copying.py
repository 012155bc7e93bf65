"""Copies of drawn examples: what a property does to its copy never reaches the corpus."""

from __future__ import annotations

import copy
from typing import Any

import torch

UNCHANGING = frozenset(
    {type(None), bool, int, float, complex, str, bytes, torch.dtype, torch.device, torch.Size, slice}
)
Memo = dict[int, Any]


def copied(value: Any, memo: Memo | None = None) -> Any:
    """Return a deep copy, as `copy.deepcopy` makes it, at a fraction of its cost for plain data.

    Tensors keep dtype, layout and sharing: those over one storage are copied over one storage.
    """
    memo = {} if memo is None else memo
    kind = type(value)
    if kind in UNCHANGING:
        return value
    if id(value) in memo:
        return memo[id(value)]
    if kind is torch.Tensor and is_plain(value):
        memo[id(value)] = found = copied_tensor(value, memo)
        return found
    if kind is dict:
        return memo.setdefault(id(value), {key: copied(item, memo) for key, item in value.items()})
    if kind in (list, tuple):
        return memo.setdefault(id(value), kind(copied(item, memo) for item in value))
    return copy.deepcopy(value, memo)


def is_plain(tensor: torch.Tensor) -> bool:
    """Tell whether a tensor is its storage, its layout and whether it requires grad."""
    return (
        tensor.is_leaf
        and tensor.layout is torch.strided
        and tensor.device.type == "cpu"
        and tensor.grad is None
        and not (tensor.is_conj() or tensor.is_neg() or tensor.is_quantized)
    )


def copied_tensor(tensor: torch.Tensor, memo: Memo) -> torch.Tensor:
    """Copy a plain tensor over a copy of its storage."""
    storage = tensor.untyped_storage()
    place = storage.data_ptr()
    if place not in memo or place == 0:
        memo[place] = copy.copy(storage)  # a storage's copy is a deep one
    found = torch.empty(0, dtype=tensor.dtype)
    found.set_(memo[place], tensor.storage_offset(), tensor.shape, tensor.stride())
    return found.requires_grad_(tensor.requires_grad)
