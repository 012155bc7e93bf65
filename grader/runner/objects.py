"""The runner's half of the values: arguments built on the device, results densified, handles kept."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import torch

from grader.wire import messages as m
from grader.wire.decoding import Decoder, build_plain, finish
from grader.wire.encoding import Encoder, Storages, bytes_of, dense_bytes
from grader.wire.values import DTYPES, MAX_NUMEL, PLAIN_DTYPES, NotPlain, dtype_name, row_major

TENSOR_TYPES = (torch.Tensor, torch.nn.Parameter)


def no_memory_of_its_own(tensor: torch.Tensor) -> str:
    """Say why a tensor's elements cannot be read one after the other; empty where they can."""
    if tensor.is_quantized:
        return "it is a quantized tensor"
    if tensor.layout is not torch.strided or tensor.is_meta:
        return f"it is a {tensor.layout} tensor on {tensor.device}"
    if tensor.is_nested:
        return "it is a nested tensor"
    if torch._C._functorch.is_functorch_wrapped_tensor(tensor):
        return "it was carried out of a function transform"
    return ""


class Handles:
    """Objects that stay in the runner; the judge knows them by number."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._objects: dict[int, object] = {}

    def keep(self, value: object, note: str = "") -> m.HandleValue:
        """Keep an object and describe it, without calling any of its methods."""
        number = next(self._numbers)
        self._objects[number] = value
        return m.HandleValue(
            number,
            type(value).__name__[:200],
            callable=callable(value),
            module=issubclass(type(value), torch.nn.Module),
            note=note,
        )

    def get(self, number: int) -> object:
        """Return a kept object; an unknown number is a KeyError."""
        return self._objects[number]

    def clear(self) -> None:
        """Forget the objects of the example that ended."""
        self._objects.clear()


class Placement:
    """Where tensors of this runner live; ``cpu`` and ``cuda`` here, the simulated device in a subclass."""

    def __init__(self, device: str) -> None:
        self.device = torch.device(device)
        self._moved: dict[object, torch.Tensor] = {}

    def begin(self) -> None:
        """Forget the storages of the message before."""
        self._moved.clear()

    def build(self, base: torch.Tensor, value: m.TensorValue) -> torch.Tensor:
        """Build a tensor over `base` (flat bytes on the CPU) on this device, with its layout."""
        if self.device.type == "cpu":
            return build_plain(base, value)
        return finish(self.move(base, value).as_strided(value.shape, value.stride, value.offset), value)

    def move(self, base: torch.Tensor, value: m.TensorValue) -> torch.Tensor:
        """Return the flat storage on the device, typed as `value`; one copy a storage."""
        key = id(base)
        if key not in self._moved:
            self._moved[key] = base.to(self.device)
        return self._moved[key].view(DTYPES[value.dtype])

    def generator(self) -> torch.Generator:
        """Return a new generator on this device."""
        return torch.Generator(self.device)

    def plain(self, tensor: torch.Tensor) -> torch.Tensor:
        """Return the tensor on the CPU, sharing memory where it is there already."""
        return tensor.detach().cpu()

    def is_ours(self, value: object) -> bool:
        """Tell whether this is an honest tensor: an exact Tensor or Parameter."""
        return any(type(value) is kind for kind in TENSOR_TYPES)  # `in` would ask a metaclass

    def device_name(self, tensor: torch.Tensor) -> str:
        """Name the tensor's device as reports do: ``cpu``, ``cuda`` or ``simulated``."""
        return tensor.device.type


class SimulatedPlacement(Placement):
    """Tensors on the simulated second device: wrappers around CPU tensors."""

    def __init__(self) -> None:
        from grader.runner import simulated

        simulated.install()
        self._simulated = simulated
        super().__init__("simulated")

    def move(self, base: torch.Tensor, value: m.TensorValue) -> torch.Tensor:
        """Wrap the flat storage once, typed as `value`."""
        key = id(base), value.dtype
        if key not in self._moved:
            self._moved[key] = self._simulated.simulate(base.view(DTYPES[value.dtype]))
        return self._moved[key]

    def generator(self) -> torch.Generator:
        """Return a generator that draws on the CPU and belongs to the simulated device."""
        from grader.runner.generators import SimulatedGenerator

        return SimulatedGenerator()

    def plain(self, tensor: torch.Tensor) -> torch.Tensor:
        """Return the CPU tensor inside."""
        return self._simulated.to_cpu(tensor) if self._simulated.is_simulated(tensor) else tensor.detach()

    def is_ours(self, value: object) -> bool:
        """Tell whether this is an honest tensor or one of the simulated device."""
        return super().is_ours(value) or (
            isinstance(value, torch.Tensor) and self._simulated.is_simulated(value)
        )


class DenseCodec:
    """Writes results: elements in row-major order, layout and device only reported."""

    def __init__(self, placement: Placement) -> None:
        self._placement = placement

    def tensor(self, tensor: torch.Tensor, storages: Storages, identity: int) -> m.TensorValue:
        """Encode an honest strided tensor; anything else is `NotPlain` with the reason."""
        self._refuse(tensor)
        plain = self._placement.plain(tensor).resolve_conj().resolve_neg()
        return m.TensorValue(
            dtype_name(tensor.dtype),
            list(tensor.shape),
            row_major(tensor.shape),
            0,
            storages.add(dense_bytes(plain)),
            device=self._placement.device_name(tensor),
            requires_grad=tensor.requires_grad,
            parameter=isinstance(tensor, torch.nn.Parameter),
            identity=identity,
        )

    def _refuse(self, tensor: torch.Tensor) -> None:
        if not self._placement.is_ours(tensor):
            raise NotPlain("it is a subclass of torch.Tensor")
        if reason := no_memory_of_its_own(tensor):
            raise NotPlain(reason)
        if dtype_name(tensor.dtype) not in PLAIN_DTYPES:
            raise NotPlain(f"its dtype is {tensor.dtype}")
        if tensor.numel() > MAX_NUMEL:
            raise NotPlain(f"it has {tensor.numel()} elements")

    def array(self, array: np.ndarray[Any, Any], storages: Storages, identity: int) -> m.ArrayValue:
        """Encode an array densely."""
        if array.size > MAX_NUMEL:
            raise NotPlain(f"it has {array.size} elements")
        dense = np.ascontiguousarray(array).reshape(array.shape)
        part = bytes_of(dense.reshape(-1).view(np.uint8)) if dense.size else memoryview(b"")
        strides = [stride * array.itemsize for stride in row_major(array.shape)]
        return m.ArrayValue(array.dtype.str, list(array.shape), strides, 0, storages.add(part), identity)


def result_encoder(placement: Placement, handles: Handles) -> Encoder:
    """Return an encoder for one reply."""
    return Encoder(DenseCodec(placement), handles.keep)


def argument_decoder(payload: bytearray, sizes: list[int], placement: Placement, handles: Handles) -> Decoder:
    """Return a decoder for one request."""
    placement.begin()
    return Decoder(payload, sizes, lambda value: handles.get(value.id), placement.build, placement.generator)
