"""The student's own state, in ``.tensorgrade/`` under the course: what is done, and where they are."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

import msgspec

from grader.errors import UsageError
from grader.model import Attempt, Scope, Text, Verdict, text

Notify = Callable[[Text], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the student is with one exercise: the best score so far, and the hints they asked for.

    In a release there is no score; there ``examples_held`` of ``examples`` is the best so far.
    """

    done: bool = False
    score: Fraction = Fraction(0)
    max_score: Fraction = Fraction(0)
    hints_shown: int = 0
    examples_held: int = 0
    examples: int = 0

    @property
    def attempted(self) -> bool:
        """Tell whether the exercise has been graded for points at all."""
        return self.max_score > 0

    def after(self, attempt: Attempt) -> Progress:
        """Return the progress with this attempt in it: what was done stays done.

        A fault of ours is no attempt.
        """
        if attempt.verdict is Verdict.GRADER_FAULT:
            return self
        if attempt.scope is Scope.EXAMPLES:
            held, total = max(self.examples_held, attempt.held), len(attempt.results)
            return replace(self, done=self.done or attempt.done, examples_held=held, examples=total)
        return replace(
            self,
            done=self.done or attempt.done,
            score=max(self.score, attempt.score),
            max_score=attempt.max_score,
        )

    def afresh(self) -> Progress:
        """Return the progress of a stub just put back: nothing done, the hints still seen."""
        return Progress(hints_shown=self.hints_shown)


@dataclass(frozen=True, slots=True)
class State:
    """Everything remembered between two commands; ``current`` is a slug, empty before the first."""

    current: str = ""
    progress: dict[str, Progress] = field(default_factory=dict)

    def of(self, slug: str) -> Progress:
        """Return the progress of one exercise."""
        return self.progress.get(slug, Progress())

    def with_progress(self, slug: str, progress: Progress) -> State:
        """Return the state with one exercise's progress replaced."""
        return replace(self, progress={**self.progress, slug: progress})

    def with_current(self, slug: str) -> State:
        """Return the state with another exercise at hand."""
        return replace(self, current=slug)

    def at_hand(self, order: tuple[str, ...]) -> str:
        """Return the exercise to work on: the current one, else the first pending, else the first."""
        if self.current in order:
            return self.current
        return self._first_pending(order) or order[0]

    def next_pending(self, order: tuple[str, ...], slug: str) -> str:
        """Return the pending exercise after ``slug``, going round; empty where all others are done."""
        place = order.index(slug)
        return self._first_pending(order[place + 1 :] + order[:place])

    def _first_pending(self, slugs: Iterable[str]) -> str:
        return next((slug for slug in slugs if not self.of(slug).done), "")


class _File(msgspec.Struct, frozen=True):
    """``state.json``; scores are exact, hence strings such as ``22/3``."""

    current: str
    progress: dict[str, Progress]
    format: int = 1


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder ``.tensorgrade`` of the course whose folder is ``root``."""

    root: Path

    @property
    def folder(self) -> Path:
        """The folder itself."""
        return self.root / ".tensorgrade"

    @property
    def state_path(self) -> Path:
        """The file that holds the state."""
        return self.folder / "state.json"

    def load(self, notify: Notify = lambda message: None) -> State:
        """Return the state. A broken file is set aside, and ``notify`` is told where; it is never fatal."""
        try:
            file = msgspec.json.decode(self.state_path.read_bytes(), type=_File, dec_hook=_decode_fraction)
        except FileNotFoundError:
            return State()
        except (OSError, msgspec.DecodeError, ArithmeticError) as error:
            notify(self._set_aside(error))
            return State()
        return State(file.current, file.progress)

    def save(self, state: State) -> None:
        """Replace the state file in one step. Raises `UsageError` where the folder cannot be written."""
        data = msgspec.json.encode(_File(state.current, state.progress), enc_hook=str)
        try:
            self.folder.mkdir(exist_ok=True)
            _replace_file(self.state_path, msgspec.json.format(data) + b"\n")
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def update(self, change: Callable[[State], State], notify: Notify = lambda message: None) -> State:
        """Load, change, save; so that two commands at once lose at most one change between them."""
        state = change(self.load(notify))
        self.save(state)
        return state

    def back_up(self, slug: str, source: bytes) -> Path:
        """Keep ``source`` as ``backup/<slug>-<n>.py`` and return the path; no backup is ever overwritten."""
        folder = self.folder / "backup"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = _first_free(folder, slug)
            path.write_bytes(source)
        except OSError as error:
            raise _unwritable(folder, error) from error
        return path

    def _set_aside(self, error: Exception) -> Text:
        aside = self.state_path.with_name("state.broken.json")
        with contextlib.suppress(OSError):
            os.replace(self.state_path, aside)
        return text(
            "The state file was broken ({reason}). It is now {path}, and nothing counts as done any more.",
            reason=error,
            path=aside,
        )


def put_stub_back(path: Path, stub: str, slug: str, workspace: Workspace) -> Path | None:
    """Write ``stub`` to ``path`` and return the backup of what was there; None where nothing was.

    Raises `UsageError` where a file cannot be written.
    """
    kept = workspace.back_up(slug, path.read_bytes()) if path.is_file() else None
    try:
        _replace_file(path, stub.encode())
    except OSError as error:
        raise _unwritable(path, error) from error
    return kept


def _replace_file(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp makes private files; a stub or a state is an ordinary one.
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise


def _first_free(folder: Path, slug: str) -> Path:
    number = 1
    while (folder / f"{slug}-{number}.py").exists():
        number += 1
    return folder / f"{slug}-{number}.py"


def _decode_fraction(kind: type, value: object) -> Fraction:
    if kind is not Fraction or not isinstance(value, str):
        raise ValueError(f"expected a score, got {value!r}")
    return Fraction(value)


def _unwritable(path: Path, error: OSError) -> UsageError:
    reason = error.strerror or type(error).__name__
    return UsageError(f"{path} cannot be written: {reason}.", "Check the folder's permissions.")
