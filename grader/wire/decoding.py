"""Wire values to Python values. Every inconsistency is a `ProtocolError` before anything is built on it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from grader.wire import messages as m
from grader.wire.frames import ProtocolError
from grader.wire.layouts import check_array, check_dense, check_tensor
from grader.wire.values import (
    ARRAY_KINDS,
    DTYPES,
    MAX_DEPTH,
    MAX_NODES,
    parse_float,
    why_no_keys,
)

GENERATOR_BYTES = 16 << 10
# As NumPy writes them, e.g. ``<f4``. Its own parser reads far more, and fails in many ways.
_ARRAY_DTYPE = re.compile(f"[<>|=]?[{''.join(sorted(ARRAY_KINDS))}][1-9][0-9]?")


class Decoder:
    """Decodes the values of one message over its payload.

    `handle` turns a handle into an object; `place` puts a freshly built storage (a flat tensor of
    bytes) on a device. Anything inconsistent is a `ProtocolError`.
    """

    def __init__(
        self,
        payload: bytearray,
        sizes: list[int],
        handle: Callable[[m.HandleValue], object],
        build: Callable[[torch.Tensor, m.TensorValue], torch.Tensor],
        generator: Callable[[], torch.Generator] = torch.Generator,
    ) -> None:
        if sum(sizes) != len(payload):
            raise ProtocolError(f"storages of {sum(sizes)} bytes were announced, {len(payload)} came")
        starts = [0]
        for size in sizes:
            starts.append(starts[-1] + size)
        self._parts = [payload[a:b] for a, b in zip(starts, starts[1:], strict=False)]
        self._handle = handle
        self._build = build
        self._generator = generator
        self._objects: dict[int, object] = {}
        self._nodes = 0
        self.bases: dict[int, torch.Tensor] = {}

    def decode(self, value: m.Value, depth: int = 0) -> Any:
        """Decode one value."""
        if depth > MAX_DEPTH + 1:  # one more than the encoder goes: a handle stands at the end
            raise ProtocolError("a value is nested too deeply")
        return _DECODERS[type(value)](self, value, depth)

    def count(self, parts: int) -> None:
        """Count the parts of a container, as the encoder does; too many are a `ProtocolError`."""
        self._nodes += parts
        if self._nodes > MAX_NODES:
            raise ProtocolError(f"the values of a message have more than {MAX_NODES} parts")

    def items(self, values: list[m.Value], depth: int) -> list[Any]:
        """Decode the elements of a sequence."""
        self.count(len(values))
        return [self.decode(value, depth + 1) for value in values]

    def part(self, index: int) -> bytearray:
        """Return the bytes of a storage."""
        if index >= len(self._parts):
            raise ProtocolError(f"there is no storage {index}")
        return self._parts[index]

    def base(self, index: int) -> torch.Tensor:
        """Return a storage as one flat tensor of bytes on the CPU; the same one each time."""
        if index not in self.bases:
            part = self.part(index)
            self.bases[index] = (
                torch.frombuffer(part, dtype=torch.uint8) if part else torch.empty(0, dtype=torch.uint8)
            )
        return self.bases[index]

    def check_tensor(self, value: m.TensorValue) -> None:
        """Hold a tensor to its storage."""
        check_tensor(value, len(self.part(value.storage)))

    def check_array(self, value: m.ArrayValue, itemsize: int) -> None:
        """Hold an array to what arrays may be; that it fits its storage, NumPy itself checks."""
        check_array(value)

    def tensor(self, value: m.TensorValue) -> torch.Tensor:
        """Rebuild a tensor; equal identities give the same object."""
        if value.identity in self._objects and value.identity >= 0:
            found = self._objects[value.identity]
            if isinstance(found, torch.Tensor):
                return found
        self.check_tensor(value)
        tensor = self._build(self.base(value.storage), value)
        self._objects[value.identity] = tensor
        return tensor

    def array(self, value: m.ArrayValue) -> np.ndarray[Any, Any]:
        """Rebuild an array over its storage."""
        if value.identity in self._objects and value.identity >= 0:
            found = self._objects[value.identity]
            if isinstance(found, np.ndarray):
                return found
        dtype = _array_dtype(value.dtype)
        self.check_array(value, dtype.itemsize)
        try:
            array = np.ndarray(
                tuple(value.shape),
                dtype,
                self.base(value.storage).numpy(),
                value.offset,
                tuple(value.strides),
            )
        except (ValueError, TypeError) as error:
            raise ProtocolError(f"an array does not fit its storage: {error}") from error
        self._objects[value.identity] = array
        return array

    def scalar(self, value: m.ScalarValue) -> np.generic:
        """Rebuild a NumPy scalar."""
        dtype = _array_dtype(value.dtype)
        if len(self.part(value.storage)) != dtype.itemsize:
            raise ProtocolError("a NumPy scalar does not fit its storage")
        scalar: np.generic = np.frombuffer(bytes(self.part(value.storage)), dtype)[0]
        return scalar

    def generator(self, value: m.GeneratorValue) -> torch.Generator:
        """Rebuild a generator with its state, on this side's device."""
        generator = self._generator()
        if generator.device.type == "cuda":
            return generator.manual_seed(int(value.seed))  # a CPU generator's state means nothing there
        if len(self.part(value.storage)) > GENERATOR_BYTES:
            raise ProtocolError("no generator has that much state")
        try:
            generator.set_state(self.base(value.storage).clone())
        except RuntimeError as error:
            raise ProtocolError(f"not the state of a generator: {error}") from error
        return generator

    def mapping(self, value: m.DictValue, depth: int) -> dict[Any, Any]:
        """Decode a dict; a key that cannot be hashed, or should not be, is a `ProtocolError`."""
        self.count(2 * len(value.v))
        keys = [self.decode(key, depth + 1) for key, _ in value.v]
        if why := why_no_keys(keys):
            raise ProtocolError(f"a dict has a key that does not travel: {why}")
        return {key: self.decode(item, depth + 1) for key, (_, item) in zip(keys, value.v, strict=True)}

    def handle(self, value: m.HandleValue) -> object:
        """Turn a handle into an object."""
        return self._handle(value)


def _array_dtype(name: str) -> np.dtype[Any]:
    if not _ARRAY_DTYPE.fullmatch(name):
        raise ProtocolError(f"arrays of dtype {name!r} do not travel")
    try:
        return np.dtype(name)
    except TypeError as error:
        raise ProtocolError(f"unknown array dtype {name!r}") from error


class ReplyDecoder(Decoder):
    """Decodes what a runner sent: it writes results densely, each into a storage of its own.

    So a few bytes cannot describe many tensors, nor a tensor larger than they are.
    """

    def __init__(
        self, payload: bytearray, sizes: list[int], handle: Callable[[m.HandleValue], object]
    ) -> None:
        super().__init__(payload, sizes, handle, build_plain)
        self._taken: set[int] = set()

    def check_tensor(self, value: m.TensorValue) -> None:
        """Demand all of a storage for one tensor."""
        super().check_tensor(value)
        self._take(value.storage)
        check_dense(value.shape, value.stride, value.offset, 1)
        self._fill(value.shape, DTYPES[value.dtype].itemsize, value.storage)

    def check_array(self, value: m.ArrayValue, itemsize: int) -> None:
        """Demand all of a storage for one array."""
        super().check_array(value, itemsize)
        self._take(value.storage)
        check_dense(value.shape, value.strides, value.offset, itemsize)
        self._fill(value.shape, itemsize, value.storage)

    def _take(self, storage: int) -> None:
        if storage in self._taken:
            raise ProtocolError(f"two values lie in storage {storage}")
        self._taken.add(storage)

    def _fill(self, shape: list[int], itemsize: int, storage: int) -> None:
        wanted, came = math.prod(shape) * itemsize, len(self.part(storage))
        if wanted != came:
            raise ProtocolError(f"{wanted} bytes were described, {came} came")


def build_plain(base: torch.Tensor, value: m.TensorValue) -> torch.Tensor:
    """Build a CPU tensor with the given layout over `base`, a flat tensor of bytes."""
    dtype = DTYPES[value.dtype]
    if dtype is torch.bool and base.numel() and int(base.max()) > 1:
        raise ProtocolError("a bool tensor holds a byte that is neither 0 nor 1")
    tensor = torch.empty(0, dtype=dtype)
    try:
        tensor.set_(base.untyped_storage(), value.offset, tuple(value.shape), tuple(value.stride))
        return finish(tensor, value)
    except RuntimeError as error:  # integers that require gradients, sizes whose product is no number
        raise ProtocolError(f"a tensor cannot be as it is described: {error}") from error


def finish(tensor: torch.Tensor, value: m.TensorValue) -> torch.Tensor:
    """Make a built tensor the leaf or the Parameter that the value says."""
    if value.parameter:
        return torch.nn.Parameter(tensor, requires_grad=value.requires_grad)
    return tensor.requires_grad_() if value.requires_grad else tensor


_DECODERS: dict[type, Callable[[Decoder, Any, int], Any]] = {
    m.NoneValue: lambda d, v, n: None,
    m.EllipsisValue: lambda d, v, n: ...,
    m.BoolValue: lambda d, v, n: v.v,
    m.IntValue: lambda d, v, n: int(v.v),
    m.FloatValue: lambda d, v, n: parse_float(v.v),
    m.ComplexValue: lambda d, v, n: complex(parse_float(v.re), parse_float(v.im)),
    m.StrValue: lambda d, v, n: v.v,
    m.ListValue: lambda d, v, n: d.items(v.v, n),
    m.TupleValue: lambda d, v, n: tuple(d.items(v.v, n)),
    m.DictValue: lambda d, v, n: d.mapping(v, n),
    m.SliceValue: lambda d, v, n: slice(*d.items([v.start, v.stop, v.step], n)),
    m.SizeValue: lambda d, v, n: torch.Size(v.v),
    m.DtypeValue: lambda d, v, n: _decode_dtype(v.v),
    m.DeviceValue: lambda d, v, n: _decode_device(v.v),
    m.GeneratorValue: lambda d, v, n: d.generator(v),
    m.TensorValue: lambda d, v, n: d.tensor(v),
    m.ArrayValue: lambda d, v, n: d.array(v),
    m.ScalarValue: lambda d, v, n: d.scalar(v),
    m.HandleValue: lambda d, v, n: d.handle(v),
}


def _decode_dtype(name: str) -> torch.dtype:
    if name not in DTYPES:
        raise ProtocolError(f"unknown dtype {name!r}")
    return DTYPES[name]


def _decode_device(name: str) -> torch.device:
    try:
        return torch.device("cpu" if name.startswith("simulated") else name)
    except RuntimeError as error:
        raise ProtocolError(f"unknown device {name!r}") from error
