"""How a tensor or array may lie in its storage: held before anything is built on it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from grader.wire import messages as m
from grader.wire.frames import ProtocolError
from grader.wire.values import DTYPES, MAX_NUMEL, PLAIN_DTYPES, row_major


def check_tensor(value: m.TensorValue, available: int) -> None:
    """Hold shape, strides, offset and dtype to a storage of `available` bytes."""
    if value.dtype not in PLAIN_DTYPES:
        raise ProtocolError(f"tensors of dtype {value.dtype!r} do not travel")
    if len(value.shape) != len(value.stride) or any(stride < 0 for stride in value.stride):
        raise ProtocolError("a tensor's strides do not fit its shape")
    if _numel(value.shape) == 0:
        return
    last = value.offset + sum(s * (n - 1) for s, n in zip(value.stride, value.shape, strict=True))
    if (last + 1) * DTYPES[value.dtype].itemsize > available:
        raise ProtocolError("a tensor reaches past the end of its storage")


def check_array(value: m.ArrayValue) -> None:
    """Hold an array to the number of elements that one may have."""
    _numel(value.shape)


def check_dense(shape: Sequence[int], strides: Sequence[int], offset: int, unit: int) -> None:
    """Demand the dense row-major layout from the first byte on; strides count in `unit`."""
    if offset or list(strides) != [unit * stride for stride in row_major(shape)]:
        raise ProtocolError("an answer is not written densely")


def _numel(shape: Sequence[int]) -> int:
    numel = math.prod(shape)
    if numel > MAX_NUMEL:
        raise ProtocolError(f"a tensor of {numel} elements is over the limit of {MAX_NUMEL}")
    return numel
