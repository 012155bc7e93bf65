"""Write Python that rebuilds a value, for the snippet that repeats a failing call.

``torch``, ``np`` (NumPy) and nothing else have to be in scope where the snippet runs.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import torch

from grader.compare.format import is_tensor, type_text


def python_literal(value: Any) -> str:
    """Write source that rebuilds ``value``: numbers bit for bit, dtype, memory layout and requires_grad.

    What has no literal (a handle, a module) becomes ``<its type>``, which is not Python and says so.
    """
    if is_tensor(value):
        return _tensor(value)
    if type(value) is np.ndarray:
        return _array(value)
    if isinstance(value, list | tuple | dict):
        return _container(value)
    return _scalar(value)


def _container(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{python_literal(k)}: {python_literal(v)}" for k, v in value.items()) + "}"
    inside = ", ".join(python_literal(item) for item in value)
    if isinstance(value, torch.Size):
        return f"torch.Size([{inside}])"
    if isinstance(value, list):
        return f"[{inside}]"
    return f"({inside},)" if len(value) == 1 else f"({inside})"


def _scalar(value: Any) -> str:
    if type(value) is float:
        return repr(value) if math.isfinite(value) else f'float("{value}")'
    if isinstance(value, np.generic):
        return f"np.{value.dtype}({python_literal(value.item())})"
    if isinstance(value, torch.device):
        return f'torch.device("{value}")'
    if isinstance(value, torch.Generator):
        return f"torch.Generator().manual_seed({value.initial_seed()})"
    if value is None or isinstance(value, bool | int | complex | str | bytes | slice | range | torch.dtype):
        return repr(value)
    return "..." if value is ... else f"<{type_text(value)}>"


def _tensor(value: torch.Tensor) -> str:
    source = _laid_out(value.detach().cpu())
    if isinstance(value, torch.nn.Parameter):
        tail = "" if value.requires_grad else ", requires_grad=False"
        return f"torch.nn.Parameter({source}{tail})"
    if not value.requires_grad:
        return source
    plain = source.startswith("torch.tensor(") and source.endswith(")") and value.is_contiguous()
    return f"{source[:-1]}, requires_grad=True)" if plain else f"{source}.requires_grad_()"


def _laid_out(value: torch.Tensor) -> str:
    """Choose the simplest expression that gives the same strides."""
    if value.numel() == 0:
        return f"torch.empty({tuple(value.shape)}, dtype={value.dtype})"
    if value.is_contiguous():
        return _dense(value)
    if value.dim() == 2 and value.t().is_contiguous():
        return f"{_dense(value.t())}.t()"
    repeated = [axis for axis, side in enumerate(value.shape) if side > 1 and value.stride(axis) == 0]
    return _expanded(value, repeated) if repeated else _strided(value)


def _expanded(value: torch.Tensor, repeated: list[int]) -> str:
    narrow = value
    for axis in repeated:
        narrow = narrow.narrow(axis, 0, 1)
    return f"{_laid_out(narrow)}.expand({', '.join(map(str, value.shape))})"


def _strided(value: torch.Tensor) -> str:
    """Rebuild the storage up to the last element that the view touches."""
    offset = int(value.storage_offset())
    last = offset + sum((side - 1) * stride for side, stride in zip(value.shape, value.stride(), strict=True))
    storage = value.as_strided((last + 1,), (1,), 0)
    return f"{_dense(storage)}.as_strided({tuple(value.shape)}, {tuple(value.stride())}, {offset})"


def _dense(value: torch.Tensor) -> str:
    numbers = _nested(value.tolist(), value.dtype)
    return f"torch.tensor({numbers}, dtype={value.dtype})"


def _nested(value: Any, dtype: torch.dtype) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_nested(item, dtype) for item in value) + "]"
    if not isinstance(value, float):
        return repr(value)
    if math.isinf(value):
        return "torch.inf" if value > 0 else "-torch.inf"
    return "torch.nan" if math.isnan(value) else _shortest(value, dtype)


def _shortest(value: float, dtype: torch.dtype) -> str:
    """Write a float32 with the digits that a float32 needs, if they give the same number back."""
    if dtype == torch.float32:
        short = repr(float(str(np.float32(value))))
        if np.float32(float(short)) == np.float32(value):
            return short
    return repr(value)


def _array(value: np.ndarray[Any, Any]) -> str:
    if value.size == 0:
        return f"np.empty({value.shape}, dtype=np.{value.dtype})"
    if value.dtype.kind not in "biufc":
        return f"np.array({value.tolist()!r})"
    dtype = "bool" if value.dtype.kind == "b" else value.dtype
    return f"np.array({_items(value.tolist())}, dtype=np.{dtype})"


def _items(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_items(item) for item in value) + "]"
    return _nested(value, torch.float64).replace("torch.", "np.")
