"""Compare the numbers of two results that agree in type, shape and dtype."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from grader.compare.format import index_at, is_tensor, number, shortened, two_numbers
from grader.compare.structure import NUMBERS, Pair, is_plain
from grader.compare.tolerance import plain_mismatch, plain_relative, real_values
from grader.model import Difference, DifferenceKind, Text, text

Mismatch = Callable[[Pair, torch.Tensor, torch.Tensor], torch.Tensor]


def nonfinite_difference(pair: Pair) -> Difference | None:
    """Demand NaN where NaN is expected and infinities of the same sign; no wildcard either way."""
    got, wanted = real_values(pair.actual), real_values(pair.expected)
    if got is None or wanted is None or torch.equal(got, wanted):
        return None
    wrong = nonfinite_mask(got, wanted)
    if not bool(wrong.any()):
        return None
    return Difference(DifferenceKind.NONFINITE, _nonfinite_text(pair.path, got, wanted, wrong))


def nonfinite_mask(got: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """Mark the elements of which only one is NaN, or which differ and are infinite on either side."""
    infinite = (got.isinf() | wanted.isinf()) & (got != wanted)
    return (got.isnan() != wanted.isnan()) | (infinite & ~got.isnan())


def value_difference(pair: Pair, mismatch: Mismatch) -> Difference | None:
    """Compare floating-point numbers by ``mismatch`` (float64 in, bool mask out), the rest exactly."""
    if is_tensor(pair.expected) and torch.equal(pair.actual, pair.expected):
        return None
    if real_values(pair.expected) is not None:
        message = _float_text(pair, mismatch)
    elif pair.has_shape and _is_numeric(pair.expected):
        message = _integer_text(pair)
    else:
        message = _other_text(pair)
    return None if message is None else Difference(DifferenceKind.VALUES, message)


def wide(value: Any) -> torch.Tensor:
    """Give the numbers of a tensor, a NumPy value or a Python number as float64 (or complex128)."""
    values = real_values(value)
    return _integers(value).to(torch.float64) if values is None else values


def plain_mask(pair: Pair, got: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """Mark what differs by the plain rule: 4 u |e|, in float64 1e-9 |e|, integers exactly."""
    exact = real_values(pair.expected) is None
    return plain_mismatch(got, wanted, 0.0 if exact else plain_relative(pair.expected))


def _is_numeric(value: Any) -> bool:
    return is_tensor(value) or np.asarray(value).dtype.kind in "biu"


def _integers(value: Any) -> torch.Tensor:
    return value.detach().cpu() if is_tensor(value) else torch.from_numpy(np.array(value))


def _nonfinite_text(path: str, got: torch.Tensor, wanted: torch.Tensor, wrong: torch.Tensor) -> Text:
    first = int(wrong.flatten().nonzero()[0])
    fields = _fields(path, got, wanted, wrong, first)
    if got.dim() == 0:
        return text("{path} is {got}; expected {expected}.", **fields)
    if bool(got.flatten()[first].isnan()):
        return text(
            "{count} of {total} elements of {path} are NaN and must not be;"
            " the first is at index {index}, where {expected} is expected.",
            **fields,
        )
    return text(
        "{count} of {total} elements of {path} must be NaN or infinite and are not, or the reverse;"
        " the first is at index {index}: got {got}, expected {expected}.",
        **fields,
    )


def _float_text(pair: Pair, mismatch: Mismatch) -> Text | None:
    got, wanted = wide(pair.actual), wide(pair.expected)
    wrong = mismatch(pair, got, wanted) & got.isfinite() & wanted.isfinite()
    if not bool(wrong.any()):
        return None
    distance = torch.where(wrong, (got - wanted).abs(), -1.0).flatten()
    worst = int(distance.argmax())
    absolute, size = float(distance[worst]), float(wanted.abs().flatten()[worst])
    fields = _fields(pair.path, got, wanted, wrong, worst) | {"absolute": number(absolute, 3)}
    if got.dim() == 0:
        return text("{path} is {got}; expected {expected} (the difference is {absolute}).", **fields)
    return text(
        "{count} of {total} elements of {path} differ; the largest difference is {absolute}"
        " (relative {relative}) at index {index}: got {got}, expected {expected}.",
        relative=number(absolute / size if size else float("inf"), 3),
        **fields,
    )


def _integer_text(pair: Pair) -> Text | None:
    got, wanted = _integers(pair.actual), _integers(pair.expected)
    wrong = got != wanted
    if not bool(wrong.any()):
        return None
    fields = _fields(pair.path, got, wanted, wrong, int(wrong.flatten().nonzero()[0]))
    if got.dim() == 0:
        return text("{path} is {got}; expected {expected}.", **fields)
    return text(
        "{count} of {total} elements of {path} differ;"
        " the first is at index {index}: got {got}, expected {expected}.",
        **fields,
    )


def _other_text(pair: Pair) -> Text | None:
    """Compare strings, whole numbers, dtypes, devices; of any other object we know only its class."""
    if pair.has_shape:
        alike = np.array_equal(pair.actual, pair.expected)
        return None if alike else text("{path} differs from the expected array.", path=pair.path)
    if type(pair.expected) is slice:
        return _slice_text(pair)
    if not is_plain(pair.expected) or pair.actual == pair.expected:
        return None
    write = number if type(pair.expected) in NUMBERS else repr
    got, expected = shortened(write(pair.actual), 200), shortened(write(pair.expected), 200)
    return text("{path} is {got}; expected {expected}.", path=pair.path, got=got, expected=expected)


def _slice_text(pair: Pair) -> Text | None:
    """Compare the parts of slices; the reference's are numbers or None, the submission's may be anything."""
    got, expected = _slice_parts(pair.actual), _slice_parts(pair.expected)
    if got == expected:
        return None
    return text("{path} is {got}; expected {expected}.", path=pair.path, got=got, expected=expected)


def _slice_parts(value: Any) -> str:
    """Write a slice of numbers; of any other object only what it is."""
    parts = (value.start, value.stop, value.step) if type(value) is slice else (value,)
    if type(value) is slice and all(part is None or type(part) is int for part in parts):
        return shortened(repr(value), 200)
    return f"<{type(value).__name__}>"


def _fields(
    path: str, got: torch.Tensor, wanted: torch.Tensor, wrong: torch.Tensor, at: int
) -> dict[str, object]:
    got_text, expected_text = two_numbers(got.flatten()[at].item(), wanted.flatten()[at].item())
    count, index = int(wrong.sum()), index_at(at, got.shape)
    fields: dict[str, object] = {"count": count, "total": got.numel(), "path": path, "index": index}
    return fields | {"got": got_text, "expected": expected_text}
