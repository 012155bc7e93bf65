"""What intake hands on: submissions, students, oddities. Plain, frozen; nothing in here is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from fractions import Fraction
from pathlib import Path

from grader.catalog import SourceText
from grader.course import Layout, Oddity, OddityKind, Person
from grader.model import Text, text


class TimeSource(Enum):
    """Who says when a submission came, the most trusted first.

    A learning platform's own record comes before a member's time: the platform packs its archive
    when the teacher asks for it, after the deadline.
    """

    METADATA = "metadata"
    FLAG = "flag"
    ARCHIVE = "archive"
    FILE = "file"


class Timeliness(Enum):
    """How a submission stands to the deadline; UNKNOWN where nobody says when it came."""

    NOT_ASKED = "not_asked"
    ON_TIME = "on_time"
    GRACE = "grace"
    LATE = "late"
    UNKNOWN = "unknown"


class Refused(Exception):
    """Something that was handed in will not be read; caught inside intake and made an `Oddity`."""

    def __init__(self, kind: OddityKind, text: Text) -> None:
        super().__init__(str(text))
        self.kind = kind
        self.text = text


@dataclass(frozen=True, slots=True)
class Submitted:
    """When a submission came, if anyone says (aware), and who says it; ``flagged`` late by a platform."""

    at: datetime | None
    source: TimeSource
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late a submission is and what that costs.

    ``by`` is None where it is not late or the platform says only that it is. ``points`` come off the
    score; ``percent`` is of the score that was earned.
    """

    timeliness: Timeliness
    source: TimeSource
    by: timedelta | None = None
    points: Fraction = Fraction(0)
    percent: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class CellStart:
    """Line ``line`` of an extracted source (from 1) is line 1 of the notebook's cell ``cell`` (from 1)."""

    line: int
    cell: int
    execution: int | None = None

    @property
    def shown(self) -> str:
        """Name the cell as its reader finds it: ``7``, or ``7 [12]`` where it was executed."""
        return f"{self.cell}" if self.execution is None else f"{self.cell} [{self.execution}]"


@dataclass(frozen=True, slots=True)
class Found:
    """One submission to grade: read once, so what is hashed is what is graded.

    ``content`` is a `Text` that says why it could not be read; such a submission has no target.
    """

    student: str
    slug: str
    path: Path
    content: SourceText | Text
    submitted: Submitted
    lateness: Lateness
    cells: tuple[CellStart, ...] = ()

    def locate(self, line: int) -> Text | None:
        """Say where a line of a notebook's source stands in the notebook; None for a plain file."""
        starts = [cell for cell in self.cells if cell.line <= line]
        if not starts:
            return None
        return text("cell {cell}, line {line}", cell=starts[-1].shown, line=line - starts[-1].line + 1)


@dataclass(frozen=True, slots=True)
class Intake:
    """All that was handed in. ``missing`` are those on the roster of whom nothing was found.

    ``found`` is by student, then in the order of the exercises; ``ignored`` counts files that have no
    part in grading (``conftest.py``, ``__pycache__``, data).
    """

    layout: Layout
    found: tuple[Found, ...]
    people: tuple[Person, ...]
    missing: tuple[Person, ...]
    oddities: tuple[Oddity, ...]
    ignored: int
