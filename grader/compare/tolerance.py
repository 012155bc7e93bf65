"""How far a right answer may lie from the reference: one rule for every exercise.

The reference is asked again in float64 on the inputs as they were rounded. Then each input is moved by
one rounding unit ``u``, up or down, in four fixed patterns; ``P`` is the largest move of each element of
the answer. A right answer of another order of operations lies within

    8 sqrt(n) P + 8 u sqrt(n) |e| + 8 u max(1, max|e|, max|x|)

of the float64 answer ``e``, where ``n`` bounds the number of terms that were added up. This follows the
conditioning of the problem (a sum that cancels, a variance far from zero) and needs no number from an
author. All of it is paid only where an answer is not equal to within ``4 u |e|`` already.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import numpy as np
import torch

from grader.compare.format import is_array, is_tensor
from grader.compare.tree import Asked, is_floating, leaves

SEED = 20240229
FLOAT64_RELATIVE = 1e-9

_FLOAT64_UNIT = 2.0**-53
_NARROW = (torch.float16, torch.bfloat16)
_FACTOR = 8.0
_PROBES = 4
_CHEAP = 4.0
_OWN_ERRORS = 4.0

# States, not seeds: seeding takes ten times as long as putting a state back.
_FIXED_STATE = torch.Generator().manual_seed(SEED).get_state()
_FIXED_PYTHON = random.Random(SEED).getstate()


def unit(dtype: torch.dtype) -> float:
    """Give the rounding unit of a floating-point or complex dtype: 2^-53 for float64, 2^-24 for float32.

    For the half types it is half of the unit (2^-12 for float16, 2^-9 for bfloat16): right answers were
    measured to stay within the bound all the same, and half types are coarse enough already.
    """
    return float(torch.finfo(dtype).eps) / (4 if dtype in _NARROW else 2)


def real_values(value: object) -> torch.Tensor | None:
    """Give floating-point results (tensor, Python number, NumPy) as float64 or complex128, others as None."""
    if is_tensor(value) and is_floating(value):
        tensor: torch.Tensor = value  # type: ignore[assignment]
        return tensor.detach().cpu().to(torch.complex128 if tensor.is_complex() else torch.float64)
    if type(value) in (float, complex):
        return torch.tensor(value, dtype=torch.float64 if type(value) is float else torch.complex128)
    if is_array(value) and np.asarray(value).dtype.kind in "fc":
        array = np.array(value)
        return torch.from_numpy(array.astype(np.complex128 if array.dtype.kind == "c" else np.float64))
    return None


def plain_mismatch(actual: torch.Tensor, expected: torch.Tensor, relative: float) -> torch.Tensor:
    """Mark the elements that differ by more than ``relative * |expected|`` (float64 in, bool out)."""
    return (actual - expected).abs() > relative * expected.abs()


def plain_relative(value: object) -> float:
    """Give the relative difference that never counts: 4 u, and 1e-9 in float64."""
    return max(_CHEAP * _unit_of(value), FLOAT64_RELATIVE if _unit_of(value) == _FLOAT64_UNIT else 0.0)


def _unit_of(value: object) -> float:
    if is_floating(value):
        return unit(value.dtype)  # type: ignore[attr-defined]
    if is_array(value) and np.asarray(value).dtype.kind in "fc":
        return float(np.finfo(np.asarray(value).dtype).eps) / 2
    return _FLOAT64_UNIT


@contextmanager
def fixed_randomness() -> Iterator[None]:
    """Run with torch's and Python's generators in a fixed state, and put them back after.

    NumPy's global generator is left alone: its state takes longer to save than most calls take.
    """
    before, python_before = torch.get_rng_state(), random.getstate()
    torch.set_rng_state(_FIXED_STATE)
    random.setstate(_FIXED_PYTHON)
    try:
        yield
    finally:
        torch.set_rng_state(before)
        random.setstate(python_before)


@contextmanager
def _everything_in_float64() -> Iterator[None]:
    """Make float64 the default dtype too, so that constants inside a reference are not rounded."""
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    try:
        with fixed_randomness():
            yield
    finally:
        torch.set_default_dtype(before)


def expect(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Expected:
    """Ask the trusted reference once and keep what is needed to ask it again.

    ``function`` is called itself (a module's running statistics move, as the student's do) on copies of
    the arguments, layouts included. State that it keeps elsewhere, in a closure or a global, is not put
    back before it is asked again: write a stateful reference as a class.
    """
    question = Asked(function, args, kwargs).remembered()
    call = Asked(function, args, kwargs).with_own_arguments()
    try:
        with fixed_randomness():
            value = call.run()
    except Exception as error:  # the reference's answer may be an exception: it is compared, not lost
        return Expected(question, None, error, call)
    return Expected(question, value, None, call)


class Expected:
    """What the reference answered, and how far a right answer may lie from it.

    ``value`` is the answer in its own dtypes; ``raised`` is the exception instead, or None; ``arguments``
    are ``(args, kwargs)`` as the reference left them. The rest is computed when asked for, once.
    """

    def __init__(self, question: Asked, value: Any, raised: Exception | None, call: Asked) -> None:
        self._question = question
        self.value = value
        self.raised = raised
        self.arguments = (call.args, call.kwargs)

    @cached_property
    def value64(self) -> Any:
        """The answer in float64 on the same rounded inputs; ``value`` where the reference cannot do that."""
        return self._ask(lambda tensor: tensor, self.value)

    def tolerance(self) -> dict[str, torch.Tensor]:
        """Give, for each path to floating-point numbers in the result, the bound per element (float64)."""
        return self._tolerances

    def bounds(self) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
        """Give, for each such path, the exact answer and how far from it a right one may lie, to be kept."""
        return {path: (self._centre(path), bound) for path, bound in self._tolerances.items()}

    def mismatch(self, path: str, actual: torch.Tensor) -> torch.Tensor:
        """Mark the elements of ``actual`` (float64, at ``path`` in the result) that are wrong.

        Where the reference itself misses its float64 answer by more than the tolerance (see
        `is_sound`), a few times its own error is right too: nobody can be asked to be better.
        """
        own, value = self._own[path]
        wrong = plain_mismatch(actual, own, _CHEAP * _unit_of(value))
        if not bool(wrong.any()):
            return wrong
        bound = self._tolerances[path] + self._own_error(path)
        return wrong & ~((actual - self._centre(path)).abs() <= bound)

    def is_sound(self) -> bool:
        """Tell whether the reference agrees with itself in float64; where it does not, drop the example."""
        return all(self._agrees(path, own) for path, (own, _) in self._own.items())

    def _agrees(self, path: str, own: torch.Tensor) -> bool:
        exact = self._centre(path)
        finite = exact.isfinite()
        close = (own - exact).abs() <= self._tolerances[path]
        return bool((own.isfinite() == finite).all()) and bool(close[finite].all())

    def _own_error(self, path: str) -> float:
        """Give a few times the largest error of the reference itself; 0 where it keeps to the tolerance."""
        own, _ = self._own[path]
        error = _largest((own - self._centre(path)).abs())
        return 0.0 if self._agrees(path, own) else _OWN_ERRORS * error

    @cached_property
    def _own(self) -> dict[str, tuple[torch.Tensor, object]]:
        found = ((path, real_values(value), value) for path, value in leaves(self.value))
        return {path: (values, value) for path, values, value in found if values is not None}

    @cached_property
    def _exact(self) -> dict[str, torch.Tensor]:
        return _numbers(self.value64)

    def _centre(self, path: str) -> torch.Tensor:
        own = self._own[path][0]
        exact = self._exact.get(path)
        return own if exact is None or exact.shape != own.shape else exact

    @cached_property
    def _tolerances(self) -> dict[str, torch.Tensor]:
        moves = self._moves()
        return {path: self._bound(path, moves[path]) for path in self._own}

    def _bound(self, path: str, move: torch.Tensor) -> torch.Tensor:
        u = self._unit(self._own[path][1])
        size = self._centre(path).abs()
        terms = self._terms**0.5
        floor = max(1.0, _largest(size), self._largest_input)
        bound = _FACTOR * (terms * move + u * terms * size + u * floor)
        return torch.maximum(bound, FLOAT64_RELATIVE * size) if u == _FLOAT64_UNIT else bound

    def _moves(self) -> dict[str, torch.Tensor]:
        """How far each element moves at most when every input moves by one unit."""
        moves = {path: torch.zeros(own.shape, dtype=torch.float64) for path, (own, _) in self._own.items()}
        for probe in range(_PROBES):
            moved = _numbers(self._ask(_jostle(probe, self._input_unit), None))
            for path, values in moved.items():
                if path in moves and values.shape == moves[path].shape:
                    step = (values - self._centre(path)).abs()
                    moves[path] = torch.maximum(moves[path], torch.where(step.isfinite(), step, 0.0))
        return moves

    def _ask(self, change: Callable[[torch.Tensor], torch.Tensor], otherwise: Any) -> Any:
        """Ask in float64; a reference that refuses (an input moved off its domain) tells us nothing."""
        try:
            with _everything_in_float64():
                return self._question.changed(change).run()
        except Exception:  # its refusal is not the student's: fall back, do not fail
            return otherwise

    @cached_property
    def _tensors(self) -> list[torch.Tensor]:
        return list(self._question.tensors())

    @cached_property
    def _input_unit(self) -> float:
        units = [unit(tensor.dtype) for tensor in self._tensors if is_floating(tensor)]
        return max(units, default=_FLOAT64_UNIT)

    def _unit(self, value: object) -> float:
        """Give the loosest unit in play; integer tensors become Python numbers by way of float32."""
        if type(value) is float and self._tensors and not any(map(is_floating, self._tensors)):
            return unit(torch.float32)
        return max(_unit_of(value), self._input_unit)

    @cached_property
    def _terms(self) -> int:
        """Bound how many numbers can have been added into one: the largest element count of an input."""
        return max((tensor.numel() for tensor in self._tensors), default=1) or 1

    @cached_property
    def _largest_input(self) -> float:
        return max((_largest(t.detach().abs()) for t in self._tensors if is_floating(t)), default=0.0)


def _numbers(value: object) -> dict[str, torch.Tensor]:
    found = ((path, real_values(leaf)) for path, leaf in leaves(value))
    return {path: numbers for path, numbers in found if numbers is not None}


def _largest(sizes: torch.Tensor) -> float:
    finite = sizes[sizes.isfinite()]
    return float(finite.max()) if finite.numel() else 0.0


def _jostle(probe: int, u: float) -> Callable[[torch.Tensor], torch.Tensor]:
    """Make a change that moves every element by ``u`` of itself: two regular patterns, two random ones."""
    generator = torch.Generator().manual_seed(SEED + probe)

    def move(tensor: torch.Tensor) -> torch.Tensor:
        up = _checkers(tensor.shape, probe + 1) if probe < 2 else _coins(tensor.shape, generator)
        return tensor * (1 + u * (2 * up - 1))

    return move


def _checkers(shape: torch.Size, width: int) -> torch.Tensor:
    """Alternate along every axis: by chance alone, one pair in sixteen would move together in all probes."""
    total = torch.zeros(shape, dtype=torch.int64)
    for axis, side in enumerate(shape):
        places = torch.arange(side) // width
        total += places.view(-1, *(1,) * (len(shape) - axis - 1))
    return total % 2


def _coins(shape: torch.Size, generator: torch.Generator) -> torch.Tensor:
    return torch.randint(0, 2, shape, generator=generator)
