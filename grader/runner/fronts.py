"""What a submission can lay hands on of the watch: functions and modes that ask, with nothing to see behind.

While a submission runs, these frames are below its own and these functions stand where it looks. They hold
sealed callables only, and raise what those answer: a frame that took part in the decision would be in the
traceback of the exception.
"""

from __future__ import annotations

import _thread
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from types import FrameType
from typing import Any, Protocol, TypeVar

import torch
from torch._ops import OpOverload
from torch.overrides import TorchFunctionMode

from grader.runner.sealing import sealed
from grader.runner.trace import Check, OpTrace

T = TypeVar("T")
UNSHOWN = frozenset({"__call__", "__wrapped__", "__get__"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A forbidden operation: its name, the route (``source``, ``call``, ``operator``), the line if known."""

    name: str
    route: str
    line: int | None


class ForbiddenOperation(BaseException):
    """Raised at a forbidden operation; not an `Exception`, so that ``except Exception`` lets it pass."""

    def __init__(self, hit: Hit) -> None:
        super().__init__(f"{hit.name} (line {hit.line})")
        self.hit = hit


def handed_over(function: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
    """Call what is a submission's own: below this frame, what nobody else claims is the submission's."""
    return function(*args, **kwargs)


class Rulebook(Protocol):
    """The rules behind a `Sentry`."""

    hits: list[Hit]

    @property
    def needs_modes(self) -> bool:
        """Whether every call has to be watched by the modes."""

    def install(self) -> None:
        """Put guards and kernels in place."""

    def verify(self) -> None:
        """Note a hit where they are no longer in place."""

    def function_mode(self) -> TorchFunctionMode:
        """Return the mode that sees public calls."""

    def operator_check(self) -> Check:
        """Return the check that sees operators."""


class Sentry:
    """What a runner holds of its rules: nothing here takes the watch away, and the hits are a copy."""

    __slots__ = ("_hits", "check_operator", "function_mode", "install", "needs_modes", "verify")

    def __init__(self, rules: Rulebook) -> None:
        self._hits = sealed(lambda: list(rules.hits))
        self.check_operator = rules.operator_check()
        self.function_mode = sealed(rules.function_mode)
        self.install = sealed(rules.install)
        self.needs_modes = rules.needs_modes
        self.verify = sealed(rules.verify)

    @property
    def hits(self) -> list[Hit]:
        """The hits so far."""
        return self._hits()


class Guarded:
    """A forbidden function in its module's place: asks first, otherwise behaves as the original."""

    __slots__ = ("_answer", "_look")

    def __init__(self, original: Any, answer: Callable[..., tuple[Hit | None, Any]]) -> None:
        self._answer = answer
        self._look = sealed(lambda name: getattr(original, name))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Ask, then call the original."""
        hit, result = self._answer(args, kwargs)
        if hit is not None:
            raise ForbiddenOperation(hit)
        return result

    def __getattr__(self, name: str) -> Any:
        if name in UNSHOWN:
            raise AttributeError(name)
        return self._look(name)


def front(answer: Callable[..., tuple[Hit | None, Any]]) -> Callable[..., Any]:
    """Return a function that raises the hit it is answered, or returns the result."""

    def guarded(*args: Any, **kwargs: Any) -> Any:
        hit, result = answer(args, kwargs)
        if hit is not None:
            raise ForbiddenOperation(hit)
        return result

    return guarded


class ImportGuard:
    """Asks before a forbidden module is imported for the first time, under whatever spelling."""

    __slots__ = ("_ask",)

    def __init__(self, ask: Callable[[str, FrameType], Hit | None]) -> None:
        self._ask = ask

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Ask; the finders that follow do the finding."""
        hit = self._ask(name, sys._getframe(1))
        if hit is not None:
            raise ForbiddenOperation(hit)


class CallMode(TorchFunctionMode):
    """Raises at forbidden public calls; has it noted who is inside a legal one."""

    def __init__(self, enter: Callable[[Any], Hit | None], leave: Callable[[], None]) -> None:
        super().__init__()
        self._enter = enter
        self._leave = leave

    def __torch_function__(
        self, func: Any, types: Any, args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
    ) -> Any:
        """Check one public call and carry it out."""
        hit = self._enter(func)
        if hit is not None:
            raise ForbiddenOperation(hit)
        try:
            return func(*args, **(kwargs or {}))
        finally:
            self._leave()


def operator_check(ask: Callable[[OpOverload, Sequence[Any], Mapping[str, Any]], Hit | None]) -> Check:
    """Return a check for `OpTrace` that raises the hit it is answered."""

    def check(func: OpOverload, args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        hit = ask(func, args, kwargs)
        if hit is not None:
            raise ForbiddenOperation(hit)

    return check


@dataclass(frozen=True, slots=True)
class Kernel:
    """A kernel that asks, then runs the original, which knows no numbers in the place of tensors.

    ``tensors`` are the positions of tensors among the arguments, ``named`` their names.
    """

    ask: Callable[[Sequence[Any], Mapping[str, Any]], Hit | None]
    original: Callable[..., Any]
    wrapped: Callable[[complex], torch.Tensor]
    tensors: tuple[int, ...]
    named: tuple[str, ...]

    def function(self) -> Callable[..., Any]:
        """Return the function for the dispatcher; its names are cells, which nobody can set."""
        ask, original, wrapped, tensors, named = (
            self.ask,
            self.original,
            self.wrapped,
            self.tensors,
            self.named,
        )
        refusal = ForbiddenOperation

        def kernel(keyset: Any, *args: Any, **kwargs: Any) -> Any:
            hit = ask(args, kwargs)
            if hit is not None:
                raise refusal(hit)
            for index in tensors:
                if index < len(args) and isinstance(args[index], int | float | complex):
                    args = (*args[:index], wrapped(args[index]), *args[index + 1 :])
            for name in named:
                if isinstance(kwargs.get(name), int | float | complex):
                    kwargs[name] = wrapped(kwargs[name])
            return original(keyset, *args, **kwargs)

        return kernel


@dataclass(frozen=True, slots=True)
class ThreadWatch:
    """What a new thread enters: modes are per thread. ``begin`` notes that the thread is the submission's."""

    begin: Callable[[], None]
    function_mode: Callable[[], TorchFunctionMode]
    check_operator: Check

    def run(self, function: Callable[..., object], *args: Any, **kwargs: Any) -> None:
        """Call a thread's function under watch."""
        self.begin()
        with ExitStack() as stack:
            stack.enter_context(self.function_mode())
            stack.enter_context(OpTrace(self.check_operator))
            function(*args, **kwargs)


def watch_threads(watch: ThreadWatch) -> None:
    """Have every thread started from now on run under watch."""
    _watch_thread_objects(watch)
    start = _thread.start_new_thread

    def watched_start(function: Callable[..., object], *arguments: Any) -> int:
        def watched_function(*args: Any, **kwargs: Any) -> None:
            watch.run(function, *args, **kwargs)

        return start(watched_function, *arguments)

    # `threading` keeps the original, for threads that are watched as objects.
    _thread.start_new_thread = watched_start


def _watch_thread_objects(watch: ThreadWatch) -> None:
    start = threading.Thread.start

    def watched_start(thread: threading.Thread) -> None:
        run = thread.run

        def watched_run() -> None:
            watch.run(run)

        thread.run = watched_run  # type: ignore[method-assign]
        start(thread)

    threading.Thread.start = watched_start  # type: ignore[method-assign, assignment]
