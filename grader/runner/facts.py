"""What happened in a call besides its answer: writes to arguments, shared memory, global state."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from grader.runner.objects import Placement, no_memory_of_its_own
from grader.wire import messages as m
from grader.wire.encoding import TO_ARRAY, bytes_of, dense_bytes
from grader.wire.values import dtype_name

MAX_TENSOR_FACTS = 512


def leaves(value: object, path: str) -> Iterator[tuple[str, Any]]:
    """Yield every tensor and array in nested lists, tuples and dicts, with its path."""
    if isinstance(value, (torch.Tensor, np.ndarray)):
        yield path, value
    elif type(value) in (list, tuple):
        for index, item in enumerate(value):  # type: ignore[arg-type, var-annotated]
            yield from leaves(item, f"{path}[{index}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, f"{path}[{key!r}]"[:200])


def honest_leaves(value: object, path: str, placement: Placement) -> list[tuple[str, Any]]:
    """Return the arrays and strided tensors of exact types: a subclass could lie about each fact."""
    return [(path, leaf) for path, leaf in leaves(value, path) if is_honest(leaf, placement)]


def is_honest(leaf: Any, placement: Placement) -> bool:
    """Tell whether this has memory of its own to look at."""
    if type(leaf) is np.ndarray:
        return True
    return placement.is_ours(leaf) and not no_memory_of_its_own(leaf)


def containers(value: object, path: str) -> Iterator[tuple[str, Any]]:
    """Yield every list and dict, outermost first."""
    if type(value) in (list, tuple):
        if type(value) is list:
            yield path, value
        for index, item in enumerate(value):  # type: ignore[arg-type, var-annotated]
            yield from containers(item, f"{path}[{index}]")
    elif type(value) is dict:
        yield path, value
        for key, item in value.items():
            yield from containers(item, f"{path}[{key!r}]"[:200])


@dataclass(frozen=True, slots=True)
class Leaf:
    """A tensor or array argument as it was before the call."""

    path: str
    value: Any
    span: tuple[int, int]
    layout: tuple[object, ...]
    before: bytes


def address_span(plain: Any) -> tuple[int, int]:
    """Return the first and one-past-last address of the memory a tensor's storage or an array covers."""
    if isinstance(plain, np.ndarray):
        low, high = np.lib.array_utils.byte_bounds(plain)
        return (low, high) if plain.size else (low, low)
    storage = plain.untyped_storage()
    start = storage.data_ptr()
    return start, start + storage.nbytes()


class ArgumentWatch:
    """Remembers the arguments' bytes and layouts, to tell afterwards what was written to."""

    def __init__(self, args: list[Any], kwargs: dict[str, Any], placement: Placement) -> None:
        self._placement = placement
        self._kept: list[Any] = []
        self.leaves = [self._leaf(path, value) for path, value in self._walk(args, kwargs, leaves)]
        self._containers = [
            (path, value, list(value) if isinstance(value, list) else dict(value))
            for path, value in self._walk(args, kwargs, containers)
        ]

    @staticmethod
    def _walk(args: list[Any], kwargs: dict[str, Any], find: Any) -> Iterator[tuple[str, Any]]:
        for index, value in enumerate(args):
            yield from find(value, f"args[{index}]")
        for name, value in kwargs.items():
            yield from find(value, f"kwargs[{name}]")

    def _plain(self, value: Any) -> Any:
        return value if isinstance(value, np.ndarray) else self._placement.plain(value)

    def _leaf(self, path: str, value: Any) -> Leaf:
        plain = self._plain(value)
        return Leaf(path, value, address_span(plain), layout_of(value), content(plain))

    def mutated(self) -> list[str]:
        """Return the paths of arguments whose bytes, layout or items are no longer what they were."""
        found = [leaf.path for leaf in self.leaves if self._changed(leaf)]
        for path, value, before in self._containers:
            after = list(value) if isinstance(value, list) else dict(value)
            if not same_items(before, after):
                found.append(path)
        return list(dict.fromkeys(found))[: m.MAX_PATHS]

    def _changed(self, leaf: Leaf) -> bool:
        return layout_of(leaf.value) != leaf.layout or content(self._plain(leaf.value)) != leaf.before

    def aliases(self, results: list[tuple[str, Any]]) -> list[tuple[str, str]]:
        """Return pairs (part of the result, argument) that overlap in memory."""
        spans = [(path, address_span(self._plain(value))) for path, value in results]
        found = (
            (path[:200], leaf.path[:200])
            for path, span in spans
            for leaf in self.leaves
            if max(span[0], leaf.span[0]) < min(span[1], leaf.span[1])
        )
        return list(itertools.islice(found, m.MAX_PATHS))


def layout_of(value: Any) -> tuple[object, ...]:
    """Return what an in-place change of metadata would change."""
    if isinstance(value, np.ndarray):
        return (value.shape, value.strides, value.dtype)
    return (tuple(value.shape), tuple(value.stride()), value.storage_offset(), value.dtype)


def content(plain: Any) -> bytes:
    """Return the logical elements' bytes."""
    if isinstance(plain, np.ndarray):
        return plain.tobytes()
    if plain.is_contiguous() and not (plain.is_conj() or plain.is_neg()):
        return ctypes.string_at(plain.data_ptr(), plain.nbytes)
    return bytes(dense_bytes(plain))


def same_items(before: Any, after: Any) -> bool:
    """Compare two shallow copies by the identity of their items, so that no student ``__eq__`` runs."""
    if isinstance(before, list):
        return len(before) == len(after) and all(a is b for a, b in zip(before, after, strict=True))
    return list(before) == list(after) and all(before[key] is after[key] for key in before)


def tensor_facts(result: list[tuple[str, Any]], placement: Placement) -> list[m.TensorFact]:
    """Report dtype, shape, strides, device and requires_grad of every tensor in the result."""
    return [
        m.TensorFact(
            path[:200],
            dtype_name(value.dtype),
            list(value.shape),
            list(value.stride()),
            placement.device_name(value),
            value.requires_grad,
        )
        for path, value in result[:MAX_TENSOR_FACTS]
        if isinstance(value, torch.Tensor) and value.layout is torch.strided
    ]


RANDOM = "the random state of torch"


class GlobalState:
    """torch's global state, to tell what a call changed.

    ``since``: an earlier state whose settings are what they should be. A setting that an earlier call of the
    same runner has changed for good is then told of every later one, and one that this call puts back is told
    of this call, too; random numbers move on by themselves.
    """

    def __init__(self, since: GlobalState | None = None) -> None:
        self._before = self._read()
        self._settings = {k: v for k, v in since._before.items() if k != RANDOM} if since else {}

    @staticmethod
    def _read() -> dict[str, object]:
        return {
            RANDOM: bytes(bytes_of(TO_ARRAY(torch.default_generator.get_state()))),
            "torch's default dtype": torch.get_default_dtype(),
            "torch's default device": str(torch.get_default_device()),
            "torch's gradient mode": torch.is_grad_enabled(),
            "torch's number of threads": torch.get_num_threads(),
            "torch's deterministic mode": torch.are_deterministic_algorithms_enabled(),
        }

    def changed(self) -> list[str]:
        """Name what differs from when this was made."""
        now = self._read()
        return [
            name
            for name, value in self._before.items()
            if now[name] != value or now[name] != self._settings.get(name, value)
        ]
