"""Python values to wire values: numbers, text, nesting, tensors, arrays; handles for the rest.

The encoder takes exact types only (``type(x) is Tensor``), so that a subclass which lies about
itself never becomes a tensor on the other side: it stays where it is, and a handle travels.
"""

from __future__ import annotations

import ctypes
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
import torch

from grader.wire import messages as m
from grader.wire.values import (
    ARRAY_KINDS,
    MAX_DEPTH,
    MAX_INT_BITS,
    MAX_NODES,
    NotPlain,
    dtype_name,
    format_float,
    why_no_keys,
)

# Taken before the rules of an exercise replace it: our own reading is neither forbidden nor worth a walk over
# the frames of its callers.
TO_ARRAY = torch.Tensor.numpy


def bytes_of(array: np.ndarray[Any, Any]) -> memoryview:
    """Return the memory of a contiguous array of bytes."""
    return memoryview(array.data)


def dense_bytes(plain: torch.Tensor) -> memoryview:
    """Return the elements of a strided CPU tensor in row-major order, copied.

    Copied into a fresh tensor, because ``contiguous()`` keeps odd strides where there is one element.
    """
    if plain.numel() == 0:
        return memoryview(b"")
    dense = torch.empty(plain.numel(), dtype=plain.dtype)
    dense.copy_(plain.detach().reshape(-1))
    return bytes_of(TO_ARRAY(dense.view(torch.uint8)))


def storage_bytes(tensor: torch.Tensor) -> memoryview:
    """Return the bytes of a CPU tensor's whole storage without copying them."""
    flat = torch.empty(0, dtype=torch.uint8).set_(tensor.untyped_storage())
    return bytes_of(TO_ARRAY(flat))


class Storages:
    """The raw bytes that follow a header; one entry a storage, shared by all tensors that view it."""

    def __init__(self) -> None:
        self.parts: list[memoryview] = []
        self._by_address: dict[int, int] = {}
        self._alive: list[object] = []

    @property
    def sizes(self) -> list[int]:
        """Byte lengths, in order."""
        return [part.nbytes for part in self.parts]

    def add(self, part: memoryview) -> int:
        """Append bytes; return their index."""
        self.parts.append(part)
        return len(self.parts) - 1

    def share(self, address: int, part: Callable[[], memoryview], owner: object) -> int:
        """Append the bytes at `address` unless they are there already; return their index."""
        if address not in self._by_address or address == 0:
            self._by_address[address] = self.add(part())
            self._alive.append(owner)
        return self._by_address[address]


class TensorCodec(Protocol):
    """How tensors are written: with their layout (judge) or densely (runner)."""

    def tensor(self, tensor: torch.Tensor, storages: Storages, identity: int) -> m.TensorValue:
        """Encode an exact Tensor or Parameter, or raise `NotPlain`."""

    def array(self, array: np.ndarray[Any, Any], storages: Storages, identity: int) -> m.ArrayValue:
        """Encode an exact ndarray of a numeric dtype, or raise `NotPlain`."""


class LayoutCodec:
    """Writes whole storages with strides and offset: the other side rebuilds the same layout."""

    def tensor(self, tensor: torch.Tensor, storages: Storages, identity: int) -> m.TensorValue:
        """Encode a trusted CPU tensor with its layout."""
        plain = tensor.detach()
        storage = storages.share(plain.untyped_storage().data_ptr(), lambda: storage_bytes(plain), plain)
        return m.TensorValue(
            dtype_name(tensor.dtype),
            list(tensor.shape),
            list(tensor.stride()),
            int(tensor.storage_offset()),
            storage,
            requires_grad=tensor.requires_grad,
            parameter=isinstance(tensor, torch.nn.Parameter),
            identity=identity,
        )

    def array(self, array: np.ndarray[Any, Any], storages: Storages, identity: int) -> m.ArrayValue:
        """Encode a trusted array with its strides, over the bytes from its first to its last element."""
        base, offset = _array_span(array)
        storage = storages.share(base.__array_interface__["data"][0], lambda: bytes_of(base), base)
        return m.ArrayValue(
            array.dtype.str, list(array.shape), list(array.strides), offset, storage, identity
        )


def _array_span(array: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], int]:
    low = sum(min(0, stride * (size - 1)) for stride, size in zip(array.strides, array.shape, strict=True))
    high = sum(max(0, stride * (size - 1)) for stride, size in zip(array.strides, array.shape, strict=True))
    if array.size == 0:
        return np.empty(0, np.uint8), 0
    start = array.__array_interface__["data"][0] + low
    span = high - low + array.itemsize
    return np.ctypeslib.as_array((ctypes.c_uint8 * span).from_address(start)), -low


class Encoder:
    """Encodes the values of one message; `other` encodes what is not plain data."""

    def __init__(self, codec: TensorCodec, other: Callable[[object, str], m.Value]) -> None:
        self.storages = Storages()
        self._codec = codec
        self._other = other
        self._identities: dict[int, int] = {}
        self._kept: list[object] = []
        self._nodes = 0

    def encode(self, value: object, depth: int = 0) -> m.Value:
        """Encode one value; never raises for a value it does not know."""
        if depth > MAX_DEPTH:
            return self._other(value, "it is nested too deeply")
        encode = _ENCODERS.get(type(value))
        if encode is None:
            return self._encode_leaf(value)
        try:
            return encode(self, value, depth)
        except NotPlain as reason:
            return self._other(value, str(reason))

    def identity(self, value: object) -> int:
        """Return a number that is equal for the same object within this message."""
        if id(value) not in self._identities:
            self._identities[id(value)] = len(self._identities)
            self._kept.append(value)
        return self._identities[id(value)]

    def _encode_leaf(self, value: object) -> m.Value:
        try:
            if isinstance(value, torch.dtype):
                return m.DtypeValue(dtype_name(value))
            if (
                isinstance(value, np.generic)
                and value.dtype.kind in ARRAY_KINDS
                and type(value).__module__ == "numpy"
            ):
                return m.ScalarValue(value.dtype.str, self.storages.add(memoryview(value.tobytes())))
            if isinstance(value, torch.Tensor):
                return self.tensor(value)
        except NotPlain as reason:
            return self._other(value, str(reason))
        return self._other(value, "")

    def tensor(self, value: torch.Tensor) -> m.Value:
        """Encode a tensor by this side's codec."""
        return self._codec.tensor(value, self.storages, self.identity(value))

    def array(self, value: np.ndarray[Any, Any]) -> m.Value:
        """Encode an array by this side's codec."""
        if value.dtype.kind not in ARRAY_KINDS:
            raise NotPlain(f"it is an array of dtype {value.dtype}")
        return self._codec.array(value, self.storages, self.identity(value))

    def count(self, parts: int) -> None:
        """Count the parts of a container before any of them is encoded; too many are `NotPlain`."""
        if self._nodes + parts > MAX_NODES:
            raise NotPlain(f"it has {parts} parts")
        self._nodes += parts

    def items(self, values: Any, depth: int) -> list[m.Value]:
        """Encode the elements of a sequence."""
        self.count(len(values))
        return [self.encode(value, depth + 1) for value in values]

    def generator(self, value: torch.Generator) -> m.Value:
        """Encode a generator with its state."""
        state = value.get_state()
        return m.GeneratorValue(
            str(value.device), self.storages.add(bytes_of(TO_ARRAY(state))), str(value.initial_seed())
        )


def _encode_int(value: int) -> m.Value:
    if value.bit_length() > MAX_INT_BITS:
        raise NotPlain(f"it is an integer of {value.bit_length()} bits")
    return m.IntValue(str(value))


def _encode_str(value: str) -> m.Value:
    text = value.encode("utf-8", "backslashreplace").decode("utf-8")
    if len(text) > m.MAX_STRING:
        raise NotPlain(f"it is a string of {len(text)} characters")
    return m.StrValue(text)


def _encode_dict(encoder: Encoder, value: dict[Any, Any], depth: int) -> m.Value:
    if why := why_no_keys(value):
        raise NotPlain(f"its keys do not travel: {why}")
    encoder.count(2 * len(value))
    pairs = [(encoder.encode(key, depth + 1), encoder.encode(item, depth + 1)) for key, item in value.items()]
    return m.DictValue(pairs)


def _encode_slice(encoder: Encoder, value: slice, depth: int) -> m.Value:
    return m.SliceValue(*encoder.items((value.start, value.stop, value.step), depth))


_ENCODERS: dict[type, Callable[[Encoder, Any, int], m.Value]] = {
    type(None): lambda e, v, d: m.NoneValue(),
    type(...): lambda e, v, d: m.EllipsisValue(),
    bool: lambda e, v, d: m.BoolValue(v),
    int: lambda e, v, d: _encode_int(v),
    float: lambda e, v, d: m.FloatValue(format_float(v)),
    complex: lambda e, v, d: m.ComplexValue(format_float(v.real), format_float(v.imag)),
    str: lambda e, v, d: _encode_str(v),
    list: lambda e, v, d: m.ListValue(e.items(v, d)),
    tuple: lambda e, v, d: m.TupleValue(e.items(v, d)),
    dict: _encode_dict,
    OrderedDict: _encode_dict,
    slice: _encode_slice,
    torch.Size: lambda e, v, d: m.SizeValue(list(v)),
    torch.device: lambda e, v, d: m.DeviceValue(str(v)),
    torch.Generator: lambda e, v, d: e.generator(v),
    torch.Tensor: lambda e, v, d: e.tensor(v),
    torch.nn.Parameter: lambda e, v, d: e.tensor(v),
    np.ndarray: lambda e, v, d: e.array(v),
}
