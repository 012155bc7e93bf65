"""Forbidden operations at run time, by any route: guards, kernels, and two modes for a sample of the calls.

Four watchers, because none sees everything. *Guards* (`Rules.install`) stand in front of Python functions
and classes that no mode sees. *Kernels* (`kernels.Kernels`) stand in front of torch's own kernels of the
forbidden operators, and of no others: they are always there, in every thread, and cost nothing elsewhere.
The other two are modes, which cost time at every operation and so are entered for a sample of the calls. The
*function mode* sees public calls under their public names: functions, methods, operators, in-place forms,
``torch.ops``. The *operator check* (`Rules.check_operator`, called by a dispatch mode) sees what reaches the
dispatcher by a route that the function mode does not see.

No legal public call may ever be a hit, whatever it is made of. So the operators below a public call that is
itself legal are never held against it; only code of the submission that such a call calls back is looked at
again. The operator check therefore relies on the function mode being entered as well; a scripted function
hides its public calls, and there an operator counts by its own name (and by `patterns.LEAVES`). A kernel,
called while no function mode is entered, reads the C++ stack instead (`native`): it shows which operators
are at work below the submission's own frame, and one that is legal settles the matter. The same goes for
Python inside torch: ``nn.Linear`` initialises itself with ``kaiming_uniform_``, and that is torch's own
doing (`frames.Walk` has the rule), as is everything that the autograd engine runs.

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

from grader.runner import guards, kernels, native
from grader.runner.broadcasts import same_tricks, unequal_shapes
from grader.runner.frames import Claim, Owner, UnwatchedWalk, Walk
from grader.runner.patterns import Patterns, canonical, spellings
from grader.runner.source import Hit
from grader.runner.trace import OpTrace

VERIFY_EVERY = 16  # interactions, for each look at a kernel that costs as much as a small call
TAMPERED = Hit("torch.library", "call", None)


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


@dataclass(frozen=True, slots=True)
class _Suspicion:
    """A call of an operator that Python's frames hold against the submission."""

    name: str
    claim: Claim


class _Thread(threading.local):
    """This thread: the caller of the legal public function at work, and whether the submission started it."""

    shield: FrameType | None = None
    is_submissions: bool = False


class Rules:
    """What one submission may not use, and the hits so far (kept even where the exception is swallowed)."""

    def __init__(self, patterns: Sequence[str], forbid_broadcast: Sequence[str], filename: str) -> None:
        self.hits: list[Hit] = []
        self.thread = _Thread()
        self._patterns = prepared(tuple(patterns))
        self._equal_shapes = same_tricks(forbid_broadcast)
        self._walk = Walk(filename, self._patterns)
        self._bare_walk = UnwatchedWalk(filename, self._patterns, self._is_listed)
        self._kernels: kernels.Kernels | None = None
        self._verified = 0
        self._is_empty = not (patterns or forbid_broadcast)
        self._has_kernels = not self._is_empty and kernels.is_supported()
        self._calls: dict[object, _Call] = {}
        self._operators: dict[int, _Operator | None] = {}

    def install(self) -> None:
        """Guard the Python-level routes and the kernels, and have new threads watched; before loading."""
        if self._is_empty:
            return
        if self._has_kernels:
            combined = filter(self._is_listed, native.operator_names() if self._equal_shapes else ())
            self._kernels = kernels.Kernels(covered_operators(self._patterns).union(combined), self)
        guards.install(self._patterns, self._judge_call)
        guards.watch_threads(self._watch)

    def close(self) -> None:
        """Put the kernels back, where the process outlives the submission."""
        if self._kernels is not None:
            self._kernels.remove()

    @property
    def needs_modes(self) -> bool:
        """Whether every call has to be watched by the modes, because kernels cannot be replaced here."""
        return not (self._is_empty or self._has_kernels)

    def verify(self) -> None:
        """Note a hit where a kernel is no longer ours; called after every interaction."""
        if self._kernels is None or TAMPERED in self.hits:
            return
        self._verified += 1
        has_turn = self._verified % VERIFY_EVERY == 0
        if self._kernels.is_replaced() or (has_turn and not self._kernels.is_next_in_place()):
            self.hits.append(TAMPERED)

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

    def suspects(self, base: str, frame: FrameType | None, args: Any, kwargs: Any) -> _Suspicion | None:
        """Return what Python's frames say against the submission, at a kernel; see `settle`."""
        is_forbidden = self._patterns.covers_operator(base)
        shapes = "" if is_forbidden else unequal_shapes(args, kwargs)
        if not (is_forbidden or shapes):
            return None
        names = self._patterns.names_of_operator(base) | (frozenset() if is_forbidden else self._equal_shapes)
        claim = self._bare_walk.claim(frame, names, self.thread.shield)
        if not self._is_held_against(claim):
            return None
        return _Suspicion(f"{base} of shapes {shapes}" if shapes else f"aten::{base}", claim)

    def settle(self, suspicion: _Suspicion, gathered: Any) -> None:
        """Record a hit and raise, unless a legal operator is what the submission called."""
        claim = suspicion.claim
        if not claim.is_direct:
            stack = native.symbols(gathered)
            if not stack or (claim.owner is Owner.NOBODY and native.is_in_engine(stack)):
                return
            if not all(map(self._is_listed, native.outermost_operators(stack, claim.depth))):
                return
        self._hit(suspicion.name, "operator", claim)

    def describe(self, function: Any) -> _Call:
        """Say what a public function is called and whether it is legal."""
        call = self._calls.get(function)
        if call is None:
            call = self._calls[function] = self._describe(function)
        return call

    def judge(self, name: str, route: str, frame: FrameType, names: Set[str]) -> None:
        """Record a hit and raise, if it is the submission that does this."""
        shield = self.thread.shield if route == "operator" else None
        claim = self._walk.claim(frame, names, shield)
        if self._is_held_against(claim):
            self._hit(name, route, claim)

    def _is_held_against(self, claim: Claim) -> bool:
        """Tell whose a claim is; what nobody claims in a thread of the submission's is the submission's."""
        if claim.owner is Owner.NOBODY:
            return self.thread.is_submissions
        return claim.owner is Owner.SUBMISSION

    def _hit(self, name: str, route: str, claim: Claim) -> None:
        hit = Hit(name, route, claim.frame.f_lineno if claim.frame else None)
        self.hits.append(hit)
        raise ForbiddenOperation(hit)

    def _is_listed(self, base: str) -> bool:
        """Tell whether the submission may not call an operator, or not with operands of any shapes."""
        return self._patterns.covers_operator(base) or not self._equal_shapes.isdisjoint(spellings(base))

    def _judge_call(self, name: str, frame: FrameType) -> None:
        self.judge(canonical(name), "call", frame, spellings(name.rpartition(".")[2]) | {"__init__"})

    @contextlib.contextmanager
    def _watch(self) -> Iterator[None]:
        self.thread.is_submissions = True
        with self.function_mode(), OpTrace(self.check_operator):
            yield

    def _check_listed(self, operator: _Operator, args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        frame = sys._getframe(2)
        names = spellings(operator.base)
        if operator.is_forbidden:
            self.judge(f"aten::{operator.base}", "operator", frame, names)
        if operator.must_not_broadcast:
            shapes = unequal_shapes(args, kwargs)
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
        outer = rules.thread.shield
        rules.thread.shield = frame if call.shields else None
        try:
            return func(*args, **(kwargs or {}))
        finally:
            rules.thread.shield = outer


@lru_cache(maxsize=256)
def prepared(patterns: tuple[str, ...]) -> Patterns:
    """Return the patterns with every public name already asked about.

    Called in the zygote for an exercise's list, so that no runner forked from it pays for it again.
    """
    found = Patterns(patterns)
    for name in guards.guarded_names():
        found.covers(name)
    for base in covered_operators(found):
        kernels.places(base)
    return found


@lru_cache(maxsize=256)
def covered_operators(patterns: Patterns) -> frozenset[str]:
    """Return the base names of the ATen operators that patterns cover."""
    return frozenset(filter(patterns.covers_operator, native.operator_names()))


def warm() -> None:
    """Build torch's and our tables of names, once, in a process that others are forked from."""
    resolve_name(torch.add)
    kernels.is_supported()
    for name in guards.guarded_names():
        spellings(canonical(name).rpartition(".")[2])
