"""Say where an answer differs first from what was expected, and by how much.

We look at the whole result for its types and nesting, then its shapes, dtypes, devices, NaN and
infinities, and its values last, so that a student reads about the coarsest fault first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

import torch

from grader.compare.format import dtype_text, is_tensor, shape_text
from grader.compare.structure import Pair, pair_up
from grader.compare.tolerance import Expected, real_values
from grader.compare.values import (
    Mismatch,
    nonfinite_difference,
    nonfinite_mask,
    plain_mask,
    value_difference,
    wide,
)
from grader.model import Difference, DifferenceKind, text

Look = Callable[[Pair], Difference | None]


class HasDevice(Protocol):
    """What we need to know of a result tensor as it was in the runner."""

    @property
    def device(self) -> str:
        """Where the tensor was: ``cpu``, ``cuda:0``."""


def difference(
    actual: object,
    expected: Expected,
    device: str = "cpu",
    facts: Mapping[str, HasDevice] | None = None,
) -> Difference | None:
    """Compare a plain result with what the reference answered, by the one tolerance rule.

    ``facts`` tells, by result path, where each tensor was in the runner; it is compared with ``device``.
    Lists, tuples and sizes are the same kind of sequence; ``bool``, ``int`` and ``float`` are not.
    """
    if expected.raised is not None:
        name = type(expected.raised).__name__
        message = text("No exception was raised; expected {expected}.", expected=name)
        return Difference(DifferenceKind.EXCEPTION, message)

    def mismatch(pair: Pair, got: torch.Tensor, _: torch.Tensor) -> torch.Tensor:
        return expected.mismatch(pair.path, got)

    return _first(actual, expected.value, "result", mismatch, device, facts or {})


def plain_difference(actual: object, expected_value: object, name: str = "result") -> Difference | None:
    """Compare two plain values: numbers within 4 u |e| (float64: 1e-9 |e|), everything else exactly."""
    return _first(actual, expected_value, name, plain_mask)


def gradient_difference(
    actual: torch.Tensor | None,
    expected: torch.Tensor | None,
    name: str,
    tolerance: torch.Tensor | float | None,
) -> Difference | None:
    """Compare the gradient of ``name``; None stands for zeros, and is right only where zeros are.

    ``tolerance`` bounds the difference per element (float64, the gradient's shape); None is the plain rule.
    """
    if actual is None and (expected is None or not bool(expected.any())):
        return None
    if actual is None:
        return Difference(DifferenceKind.GRADIENT, text("No gradient reached {name}.", name=name))

    def mismatch(pair: Pair, got: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
        wrong = plain_mask(pair, got, wanted)
        return wrong if tolerance is None else wrong & ~((got - wanted).abs() <= tolerance)

    wanted = torch.zeros_like(actual) if expected is None else expected
    found = _first(actual, wanted, f"{name}.grad", mismatch)
    return None if found is None else replace(found, kind=DifferenceKind.GRADIENT)


def mismatch_mask(actual: Any, expected: object) -> torch.Tensor | None:
    """Mark the elements of a tensor that differ from ``expected``: a value, or an `Expected`.

    Bool, in the tensor's shape; None where the two cannot be laid side by side.
    """
    wanted: Any = expected.value if isinstance(expected, Expected) else expected
    if not (is_tensor(actual) and is_tensor(wanted)) or actual.shape != wanted.shape:
        return None
    got, own = wide(actual), wide(wanted)
    if isinstance(expected, Expected) and real_values(wanted) is not None:
        values = expected.mismatch("result", got)
    else:
        values = plain_mask(Pair("result", actual, wanted), got, own)
    return (values & got.isfinite() & own.isfinite()) | nonfinite_mask(got, own)


def _first(
    actual: object,
    expected: object,
    path: str,
    mismatch: Mismatch,
    device: str = "cpu",
    facts: Mapping[str, HasDevice] | None = None,
) -> Difference | None:
    pairs: list[Pair] = []
    parted = pair_up(actual, expected, path, pairs)
    if parted is not None:
        return parted
    looks: tuple[Look, ...] = (
        _shape,
        _dtype,
        lambda pair: _device(pair, device, facts or {}),
        nonfinite_difference,
        lambda pair: value_difference(pair, mismatch),
    )
    found = (look(pair) for look in looks for pair in pairs)
    return next((one for one in found if one is not None), None)


def _shape(pair: Pair) -> Difference | None:
    if not pair.has_shape or tuple(pair.actual.shape) == tuple(pair.expected.shape):
        return None
    got, expected = shape_text(pair.actual.shape), shape_text(pair.expected.shape)
    message = text("{path} has shape {got}; expected {expected}.", path=pair.path, got=got, expected=expected)
    return Difference(DifferenceKind.SHAPE, message)


def _dtype(pair: Pair) -> Difference | None:
    if not pair.has_shape or pair.actual.dtype == pair.expected.dtype:
        return None
    got, expected = dtype_text(pair.actual.dtype), dtype_text(pair.expected.dtype)
    message = text("{path} has dtype {got}; expected {expected}.", path=pair.path, got=got, expected=expected)
    return Difference(DifferenceKind.DTYPE, message)


def _device(pair: Pair, device: str, facts: Mapping[str, HasDevice]) -> Difference | None:
    fact = facts.get(pair.path) if is_tensor(pair.expected) else None
    if fact is None or fact.device.partition(":")[0] == device.partition(":")[0]:
        return None
    got = fact.device
    message = text("{path} is on {got}; expected it on {expected}.", path=pair.path, got=got, expected=device)
    return Difference(DifferenceKind.DEVICE, message)
