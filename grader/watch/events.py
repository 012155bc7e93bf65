"""What can happen in the watch loop, and what it can be asked to do. Plain records."""

from __future__ import annotations

from dataclasses import dataclass

from grader.model import Attempt
from grader.workspace import Progress


@dataclass(frozen=True, slots=True)
class Key:
    """One key press: a character, or ``up``, ``down``, ``enter``, ``escape``, ``end_of_input``.

    ``redraw`` is no key: the terminal has another size, or is ours again.
    """

    name: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A stub file changed; ``digest`` stands for what is in it now."""

    slug: str
    digest: str


@dataclass(frozen=True, slots=True)
class Graded:
    """The grading asked for has ended."""

    attempt: Attempt
    digest: str


@dataclass(frozen=True, slots=True)
class NotGraded:
    """The grading asked for could not be done: no such file, not UTF-8, a bad exercise folder."""

    message: str
    hint: str
    digest: str


@dataclass(frozen=True, slots=True)
class StubIsBack:
    """The reset asked for is done; ``kept`` is where the old text is, empty where there was none."""

    kept: str


Event = Key | Saved | Graded | NotGraded | StubIsBack


@dataclass(frozen=True, slots=True)
class Grade:
    """Grade this exercise's stub, and answer with `Graded` or `NotGraded`."""

    slug: str


@dataclass(frozen=True, slots=True)
class Remember:
    """Store this exercise's progress, and which exercise is at hand."""

    slug: str
    progress: Progress
    current: str


@dataclass(frozen=True, slots=True)
class PutStubBack:
    """Reset this exercise's stub, and answer with `StubIsBack` or `NotGraded`."""

    slug: str


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the loop."""


Effect = Grade | Remember | PutStubBack | Quit
