"""One line for each exercise of the course: for ``grade list`` and for the list inside the loop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from grader.i18n import Translator
from grader.model import Exercise, format_score
from grader.watch.bar import columns_of, pad
from grader.workspace import Progress, State


@dataclass(frozen=True, slots=True)
class Row:
    """One exercise as listed; ``score`` is empty before the first attempt, ``path`` is the stub's.

    In a release ``score`` is how many public examples hold, in brackets.
    """

    exercise: Exercise
    done: bool
    current: bool
    score: str
    path: str


def make_row(exercise: Exercise, state: State, path: str) -> Row:
    """Join what the course and the student's state say about one exercise."""
    progress = state.of(exercise.slug)
    return Row(
        exercise=exercise,
        done=progress.done,
        current=exercise.slug == state.current,
        score=_score(progress),
        path=path,
    )


def _score(progress: Progress) -> str:
    if progress.attempted:
        return f"{format_score(progress.score)} / {format_score(progress.max_score)}"
    # Not the form of a score: examples give none.
    return f"({progress.examples_held} / {progress.examples})" if progress.examples else ""


def render_rows(rows: Iterable[Row], tr: Translator) -> tuple[str, ...]:
    """Return the rows as aligned lines; ``>`` marks the exercise at hand."""
    cells = [_cells(row, tr) for row in rows]
    widths = [max(map(columns_of, column)) for column in zip(*cells, strict=True)]
    return tuple(_line(line, widths) for line in cells)


def _cells(row: Row, tr: Translator) -> tuple[str, ...]:
    state = tr("DONE") if row.done else tr("PENDING")
    mark = ">" if row.current else " "
    return (mark, row.exercise.module, state, row.score or "-", row.exercise.slug, row.path)


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(map(pad, cells, widths)).rstrip()
