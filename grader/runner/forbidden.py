"""Forbidden operations at run time, by any route: guards, a function mode, and a check of every operator.

Three watchers, because none sees everything. *Guards* (`Rules.install`) stand in front of Python functions
and classes that no mode sees. The *function mode* sees public calls under their public names: functions,
methods, operators, in-place forms, ``torch.ops``. The *operator check* (`Rules.check_operator`, called by a
dispatch mode) sees what reaches the dispatcher by a route that the others do not see: scripted functions,
private entry points, disabled function modes.

No legal public call may ever be a hit, whatever it is made of. So the operators below a public call that is
itself legal are never held against it; only code of the submission that such a call calls back is looked at
again. The operator check therefore relies on the function mode being entered as well; a scripted function
hides its public calls, and there an operator counts by its own name (and by `patterns.LEAVES`). The same
goes for Python inside torch: ``nn.Linear`` initialises itself with ``kaiming_uniform_``, and that is torch's
own doing (`frames.Walk` has the rule), as is everything that the autograd engine runs.

This is policy, not security: a determined student can evade it, and the sandbox does not depend on it.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from types import FrameType
from typing import Any

import torch
from torch._ops import OpOverload
from torch.overrides import TorchFunctionMode, resolve_name

from grader.runner import guards
from grader.runner.frames import Walk
from grader.runner.patterns import Patterns, canonical, spellings
from grader.runner.source import Hit
from grader.runner.trace import OpTrace

# What else adds or subtracts two operands elementwise, for `forbid_broadcast`.
SAME_TRICK = {
    "add": ("add", "addcmul", "addcdiv", "lerp"),
    "sub": ("sub", "rsub", "subtract"),
    "mul": ("mul", "multiply"),
    "div": ("div", "divide", "true_divide"),
}


class ForbiddenOperation(BaseException):
    """Raised at a forbidden operation; not an `Exception`, so that ``except Exception`` lets it pass."""

    def __init__(self, hit: Hit) -> None:
        super().__init__(f"{hit.name} (line {hit.line})")
        self.hit = hit


@dataclass(frozen=True, slots=True)
class _Call:
    """What the function mode has to know about a public function: its name, and whether it is legal."""

    name: str
    is_forbidden: bool
    shields: bool


@dataclass(frozen=True, slots=True)
class _Operator:
    """What the operator check has to know about an operator that is not simply legal."""

    base: str
    is_forbidden: bool
    must_not_broadcast: bool


class _Shield(threading.local):
    """The caller of the legal public function that is at work in this thread."""

    frame: FrameType | None = None


class Rules:
    """What one submission may not use, and the hits so far (kept even where the exception is swallowed)."""

    def __init__(self, patterns: Sequence[str], forbid_broadcast: Sequence[str], filename: str) -> None:
        self.hits: list[Hit] = []
        self.shield = _Shield()
        self._patterns = prepared(tuple(patterns))
        self._equal_shapes = {name for base in forbid_broadcast for name in SAME_TRICK.get(base, (base,))}
        self._walk = Walk(filename, self._patterns)
        self._is_empty = not (patterns or forbid_broadcast)
        self._calls: dict[object, _Call] = {}
        self._operators: dict[int, _Operator | None] = {}

    def install(self) -> None:
        """Guard the Python-level routes, and have new threads watched; once a process, before loading."""
        if not self._is_empty:
            guards.install(self._patterns, self._judge_call)
            guards.watch_threads(self._watch)

    def function_mode(self) -> TorchFunctionMode:
        """Return a mode that raises `ForbiddenOperation` at a forbidden public call of the submission."""
        return _Calls(self)

    def check_operator(self, func: OpOverload, args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        """Raise `ForbiddenOperation` where the submission may not run this operator on these arguments."""
        try:
            operator = self._operators[id(func)]  # by id: hashing an operator is a Python call
        except KeyError:
            operator = self._operators[id(func)] = self._operator(func)
        if operator is not None:
            self._check_listed(operator, args, kwargs)

    def describe(self, function: Any) -> _Call:
        """Say what a public function is called and whether it is legal."""
        call = self._calls.get(function)
        if call is None:
            call = self._calls[function] = self._describe(function)
        return call

    def judge(self, name: str, route: str, frame: FrameType, names: Set[str]) -> None:
        """Record a hit and raise, if it is the submission that does this."""
        shield = self.shield.frame if route == "operator" else None
        culprit = self._walk.culprit(frame, names, shield)
        if culprit is not None:
            hit = Hit(name, route, culprit.f_lineno)
            self.hits.append(hit)
            raise ForbiddenOperation(hit)

    def _judge_call(self, name: str, frame: FrameType) -> None:
        self.judge(canonical(name), "call", frame, spellings(name.rpartition(".")[2]) | {"__init__"})

    @contextlib.contextmanager
    def _watch(self) -> Iterator[None]:
        with self.function_mode(), OpTrace(self.check_operator):
            yield

    def _check_listed(self, operator: _Operator, args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        frame = sys._getframe(2)
        names = spellings(operator.base)
        if operator.is_forbidden:
            self.judge(f"aten::{operator.base}", "operator", frame, names)
        if operator.must_not_broadcast:
            shapes = _unequal_shapes(args, kwargs)
            if shapes:
                name = f"{operator.base} of shapes {shapes}"
                self.judge(name, "operator", frame, names | self._equal_shapes)

    def _operator(self, func: OpOverload) -> _Operator | None:
        if not isinstance(func, OpOverload):
            return None  # a higher-order operator: its parts come by themselves
        namespace, _, base = func._schema.name.partition("::")
        is_forbidden = namespace == "aten" and self._patterns.covers_operator(base)
        must_not_broadcast = not self._equal_shapes.isdisjoint(spellings(base))
        listed = is_forbidden or must_not_broadcast
        return _Operator(base, is_forbidden, must_not_broadcast) if listed else None

    def _describe(self, function: Any) -> _Call:
        name = resolve_name(function)
        if name is None:
            module = getattr(function, "__module__", None) or "torch"
            name = f"{module}.{getattr(function, '__name__', '')}"
        public = canonical(name)
        shields = self._equal_shapes.isdisjoint(spellings(public.rpartition(".")[2]))
        return _Call(public, self._patterns.covers(public), shields)


class _Calls(TorchFunctionMode):
    """Raises at forbidden public calls; notes who is inside a legal one."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._rules = rules

    def __torch_function__(
        self, func: Any, types: Any, args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        """Check one public call and carry it out."""
        rules, frame = self._rules, sys._getframe(1)
        call = rules.describe(func)
        if call.is_forbidden:
            rules.judge(call.name, "call", frame, spellings(call.name.rpartition(".")[2]))
        outer = rules.shield.frame
        rules.shield.frame = frame if call.shields else None
        try:
            return func(*args, **(kwargs or {}))
        finally:
            rules.shield.frame = outer


@lru_cache(maxsize=256)
def prepared(patterns: tuple[str, ...]) -> Patterns:
    """Return the patterns with every public name already asked about.

    Called in the zygote for an exercise's list, so that no runner forked from it pays for it again.
    """
    found = Patterns(patterns)
    for name, *_ in guards.public_names(guards.NAMESPACES):
        found.covers(name)
    return found


def warm() -> None:
    """Build torch's and our tables of public names, once, in a process that others are forked from."""
    resolve_name(torch.add)
    for name, *_ in guards.public_names(guards.NAMESPACES):
        spellings(canonical(name).rpartition(".")[2])


def _unequal_shapes(args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
    """Return two shapes that differ, e.g. ``[3, 1] and [4]``, among tensors that are combined elementwise."""
    operands = [*args, *(value for name, value in kwargs.items() if name != "out")]
    lists = [operand for operand in operands if isinstance(operand, list | tuple)]
    rows = list(zip(*lists, strict=False)) if len(lists) > 1 else [tuple(operands)]
    if len(lists) == 1:  # _foreach_add(tensors, tensor)
        rows = [(item, *operands) for item in lists[0]]
    for row in rows:
        shapes = [value.shape for value in row if isinstance(value, torch.Tensor)]
        for shape in shapes[1:]:
            if shape != shapes[0]:
                return f"{list(shapes[0])} and {list(shape)}"
    return ""
