"""Walk an answer and the expected one in step: same types, same nesting, or the first difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from grader.compare.format import is_array, is_tensor, number, type_text
from grader.compare.tree import SEQUENCES
from grader.model import Difference, DifferenceKind, Text, text

NUMBERS = (bool, int, float, complex)

_PLAIN = (*NUMBERS, *SEQUENCES, str, bytes, type(None), dict, torch.dtype, torch.device)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two leaves of the same type at the same place of the two results."""

    path: str
    actual: Any
    expected: Any

    @property
    def has_shape(self) -> bool:
        """Tell whether the two are tensors or NumPy values, and not Python's."""
        return is_tensor(self.expected) or is_array(self.expected)


def pair_up(actual: Any, expected: Any, path: str, pairs: list[Pair]) -> Difference | None:
    """Put the leaves into ``pairs``; stop at the first place where type, length or keys part.

    Only ``expected`` leads the walk, so an answer that is nested without end does no harm.
    """
    if isinstance(expected, list | tuple):
        return _sequences(actual, expected, path, pairs)
    if isinstance(expected, dict):
        return _dicts(actual, expected, path, pairs)
    wrong = _wrong_type(actual, expected, path)
    if wrong is not None:
        return Difference(DifferenceKind.TYPE, wrong)
    pairs.append(Pair(path, actual, expected))
    return None


def is_plain(value: object) -> bool:
    """Tell whether we can compare the value itself, not only its class."""
    return is_tensor(value) or is_array(value) or type(value) in _PLAIN


def _sequences(
    actual: Any, expected: list[Any] | tuple[Any, ...], path: str, pairs: list[Pair]
) -> Difference | None:
    if type(actual) not in SEQUENCES:
        return Difference(DifferenceKind.TYPE, _other_type(actual, expected, path))
    if len(actual) != len(expected):
        got, wanted = len(actual), len(expected)
        message = text("{path} has {got} items; expected {expected}.", path=path, got=got, expected=wanted)
        return Difference(DifferenceKind.SHAPE, message)
    both = enumerate(zip(actual, expected, strict=True))
    return _first(pair_up(got, wanted, f"{path}[{at}]", pairs) for at, (got, wanted) in both)


def _dicts(actual: Any, expected: dict[Any, Any], path: str, pairs: list[Pair]) -> Difference | None:
    if type(actual) is not dict:
        return Difference(DifferenceKind.TYPE, _other_type(actual, expected, path))
    if actual.keys() != expected.keys():
        return Difference(DifferenceKind.SHAPE, _other_keys(actual, expected, path))
    return _first(pair_up(actual[key], expected[key], f"{path}[{key!r}]", pairs) for key in expected)


def _first(found: Any) -> Difference | None:
    return next((one for one in found if one is not None), None)


def _other_keys(actual: dict[Any, Any], expected: dict[Any, Any], path: str) -> Text:
    missing = ", ".join(repr(key) for key in expected if key not in actual)
    if missing:
        return text("{path} lacks the keys {missing}.", path=path, missing=missing)
    extra = ", ".join(repr(key) for key in actual if key not in expected)
    return text("{path} has the keys {extra}, which are not expected.", path=path, extra=extra)


def _wrong_type(actual: Any, expected: Any, path: str) -> Text | None:
    if is_tensor(expected):
        return None if is_tensor(actual) else _other_type(actual, expected, path)
    if is_plain(expected) or is_plain(actual):
        return None if type(actual) is type(expected) else _other_type(actual, expected, path)
    # Two objects of which we know no more than the name of their class.
    alike = type_text(actual).rpartition(".")[2] == type_text(expected).rpartition(".")[2]
    return None if alike else _other_type(actual, expected, path)


def _other_type(actual: Any, expected: Any, path: str) -> Text:
    special = _not_a_tensor(actual, path) if is_tensor(expected) else None
    if special is not None:
        return special
    got, wanted = type_text(actual), type_text(expected)
    if actual is None:
        return text(
            "{path} is None (is a `return` missing?); expected {expected}.", path=path, expected=wanted
        )
    if is_tensor(actual) and type(expected) in NUMBERS:
        return text("{path} is a tensor; expected a Python {expected}.", path=path, expected=wanted)
    return text("{path} has type {got}; expected {expected}.", path=path, got=got, expected=wanted)


def _not_a_tensor(actual: Any, path: str) -> Text | None:
    if is_array(actual):
        return text("{path} is a NumPy array; expected a tensor.", path=path)
    if type(actual) in NUMBERS:
        return text("{path} is the Python number {got}; expected a tensor.", path=path, got=number(actual))
    if issubclass(type(actual), torch.Tensor):
        name = type_text(actual)
        return text(
            "{path} is a subclass of torch.Tensor ({got}); expected a plain one.", path=path, got=name
        )
    return None
