"""Forbidden operations at run time, by any route: guards, kernels, and two modes for a sample of the calls.

Four watchers, because none sees everything. *Guards* (`Rules.install`) stand in front of Python functions
and classes that no mode sees. *Kernels* (`kernels.Kernels`) stand in front of torch's own kernels of the
forbidden operators, and of no others: they are always there, in every thread, and cost nothing elsewhere.
The other two are modes, which cost time at every operation and so are entered for a sample of the calls. The
*function mode* sees public calls under their public names: functions, methods, operators, in-place forms,
``torch.ops``. The *operator check* (`Rules.operator_check`, asked by a dispatch mode) sees what reaches the
dispatcher by a route that the function mode does not see.

No legal public call may ever be a hit, whatever it is made of. So the operators below a public call that is
itself legal are never held against it; only code of the submission that such a call calls back is looked at
again. The operator check therefore relies on the function mode being entered as well; a scripted function
hides its public calls, and there an operator counts by its own name (and by `patterns.LEAVES`). A kernel,
called while no function mode is entered, reads the C++ stack instead (`native`): it shows which operators
are at work below the submission's own frame, and one that is legal settles the matter. The same goes for
Python inside torch: ``nn.Linear`` initialises itself with ``kaiming_uniform_``, and that is torch's own
doing (`frames.Walk` has the rule), as is everything that the autograd engine runs.

The submission shares the interpreter with all this. What it can lay hands on is in `fronts`: functions and
modes that hold sealed callables and raise the hits that come back. `Rules` and everything that decides stay
behind them, and in a runner no name leads to their modules (`sealing.hide`). A refusal is what counts: who
suppresses the report of a hit has no answer either.

This is policy, not security: a determined student can evade it, and the sandbox does not depend on it. Known
ways: a finalizer, a signal handler or a library's debugger that is at work in the middle of a decision and
walks its frames; memory written by pointer; a library's module whose own names are replaced so that a legal
function calls a forbidden one.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from sys import _getframe
from types import FrameType
from typing import Any

from torch._ops import HigherOrderOperator, OpOverload, OpOverloadPacket
from torch.overrides import resolve_name

from grader.runner import fronts, guards, kernels, native, source
from grader.runner.broadcasts import same_tricks, unequal_shapes
from grader.runner.frames import Claim, Owner, UnwatchedWalk, Walk
from grader.runner.fronts import CallMode, Hit, Sentry, ThreadWatch
from grader.runner.patterns import LOOKING_ON, canonical, spellings
from grader.runner.prepared import covered_operators, prepared
from grader.runner.sealing import sealed
from grader.runner.trace import Check

VERIFY_EVERY = 16  # interactions, for each look at a kernel that costs as much as a small call
TAMPERED = Hit("torch.library", "call", None)
ENTERING = CallMode.__torch_function__.__code__
HEAP_TYPE = 1 << 9  # of `type.__flags__`: a class made at run time, as all are that Python code makes
OPERATORS = (OpOverload, OpOverloadPacket, HigherOrderOperator)


@dataclass(frozen=True, slots=True)
class _Call:
    """What the function mode has to know about a public function: its name, and whether it is legal."""

    name: str
    is_forbidden: bool
    shields: bool


UNKNOWN_CALL = _Call("", is_forbidden=False, shields=False)


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
    """This thread: the callers of the public functions at work, and whether the submission started it.

    A caller is None where the function's operators are looked at nonetheless.
    """

    is_submissions: bool = False

    def __init__(self) -> None:
        self.callers: list[FrameType | None] = []

    @property
    def shield(self) -> FrameType | None:
        """The caller of the legal public function at work, if one is."""
        return self.callers[-1] if self.callers else None


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
        if self._is_empty or self._kernels is not None:
            return
        if self._has_kernels:
            combined = filter(self._is_listed, native.operator_names() if self._equal_shapes else ())
            self._kernels = kernels.Kernels(covered_operators(self._patterns).union(combined), self)
        guards.install(self._patterns, sealed(self._judge_call))
        watch = ThreadWatch(sealed(self._begin_thread), sealed(self.function_mode), self.operator_check())
        fronts.watch_threads(watch)

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

    def function_mode(self) -> CallMode:
        """Return a mode that raises `ForbiddenOperation` at a forbidden public call of the submission."""
        return CallMode(sealed(self._enter), sealed(self._leave))

    def operator_check(self) -> Check:
        """Return a check that raises where the submission may not run an operator on these arguments."""
        return fronts.operator_check(sealed(self._check_operator))

    def _check_operator(self, func: OpOverload, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Hit | None:
        try:
            operator = self._operators[id(func)]  # by id: hashing an operator is a Python call
        except KeyError:
            operator = self._operators[id(func)] = self._operator(func)
        return self._check_listed(operator, args, kwargs, _getframe(1)) if operator else None

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

    def settle(self, suspicion: _Suspicion, gathered: Any) -> Hit | None:
        """Record and return a hit, unless a legal operator is what the submission called."""
        claim = suspicion.claim
        if not claim.is_direct:
            stack = native.symbols(gathered)
            if not stack or (claim.owner is Owner.NOBODY and native.is_in_engine(stack)):
                return None
            depth = claim.depth + native.RUNS_OF_OURS
            if not all(map(self._is_listed, native.outermost_operators(stack, depth))):
                return None
        return self._hit(suspicion.name, "operator", claim)

    def _enter(self, function: Any) -> Hit | None:
        """Judge a public call; note who made it, until it is left."""
        frame = _getframe(1)
        if frame.f_code is not ENTERING:
            return None
        call, caller = self._describe(function), frame.f_back
        if call.is_forbidden:
            hit = self._judge(call.name, "call", caller, spellings(call.name.rpartition(".")[2]))
            if hit is not None:
                return hit
        self.thread.callers.append(caller if call.shields else None)
        return None

    def _leave(self) -> None:
        if self.thread.callers:
            self.thread.callers.pop()

    def _judge(self, name: str, route: str, frame: FrameType | None, names: Set[str]) -> Hit | None:
        """Record and return a hit, if it is the submission that does this."""
        shield = self.thread.shield if route == "operator" else None
        claim = self._walk.claim(frame, names, shield)
        return self._hit(name, route, claim) if self._is_held_against(claim) else None

    def _is_held_against(self, claim: Claim) -> bool:
        """Tell whose a claim is; what nobody claims in a thread of the submission's is the submission's."""
        if claim.owner is Owner.NOBODY:
            return self.thread.is_submissions
        return claim.owner is Owner.SUBMISSION

    def _hit(self, name: str, route: str, claim: Claim) -> Hit:
        hit = Hit(name, route, claim.line)
        self.hits.append(hit)
        return hit

    def _is_listed(self, base: str) -> bool:
        """Tell whether the submission may not call an operator, or not with operands of any shapes."""
        return self._patterns.covers_operator(base) or not self._equal_shapes.isdisjoint(spellings(base))

    def _judge_call(self, name: str, frame: FrameType) -> Hit | None:
        caller = frame.f_back
        if name in LOOKING_ON and not (caller and self._walk.is_submissions(caller)):
            return None
        return self._judge(canonical(name), "call", frame, spellings(name.rpartition(".")[2]) | {"__init__"})

    def _begin_thread(self) -> None:
        self.thread.is_submissions = True

    def _check_listed(
        self, operator: _Operator, args: Sequence[Any], kwargs: Mapping[str, Any], frame: FrameType
    ) -> Hit | None:
        names = spellings(operator.base)
        if operator.is_forbidden:
            hit = self._judge(f"aten::{operator.base}", "operator", frame, names)
            if hit is not None:
                return hit
        shapes = unequal_shapes(args, kwargs) if operator.must_not_broadcast else ""
        name = f"{operator.base} of shapes {shapes}"
        return self._judge(name, "operator", frame, names | self._equal_shapes) if shapes else None

    def _operator(self, func: OpOverload) -> _Operator | None:
        if not isinstance(func, OpOverload):
            return None  # a higher-order operator: its parts come by themselves
        namespace, _, base = func._schema.name.partition("::")
        is_forbidden = namespace == "aten" and self._patterns.covers_operator(base)
        must_not_broadcast = not self._equal_shapes.isdisjoint(spellings(base))
        listed = is_forbidden or must_not_broadcast
        return _Operator(base, is_forbidden, must_not_broadcast) if listed else None

    def _describe(self, function: Any) -> _Call:
        if not _is_plain(function):
            return UNKNOWN_CALL
        call = self._calls.get(function)
        if call is None:
            call = self._calls[function] = self._described(function)
        return call

    def _described(self, function: Any) -> _Call:
        name = resolve_name(function)
        if name is None:
            module = getattr(function, "__module__", None)
            own = getattr(function, "__name__", None)
            name = f"{module if type(module) is str else 'torch'}.{own if type(own) is str else ''}"
        public = canonical(name)
        shields = self._equal_shapes.isdisjoint(spellings(public.rpartition(".")[2]))
        return _Call(public, self._patterns.covers(public), shields)


def _is_plain(function: object) -> bool:
    """Tell whether a callable may be asked for its name; one of a class of the submission's acts on it."""
    kind = type(function)
    return not kind.__flags__ & HEAP_TYPE or issubclass(kind, OPERATORS)


def _sentry(patterns: Sequence[str], forbid_broadcast: Sequence[str], filename: str) -> Sentry:
    """Return what a runner may hold of the rules for one submission."""
    return Sentry(Rules(patterns, forbid_broadcast, filename))


# For modules that a submission can reach: through these it gets no further.
sentry = sealed(_sentry)
check_source = sealed(source.check_source)
prepared_for = sealed(prepared)
