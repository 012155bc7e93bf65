"""Regrading: what counts is graded by today's exercises; first as a dry run, then carried out, or undone.

with open_gradebook(path) as book:
    changes = changed(catalog, book, Regrading(), progress)    who changes, how much, why; it counts later
    run = carry_out(book, changes, "tolerance of gather mended")  now it counts
    undo(book)                                                    what counted before counts again

A dry run keeps the new attempts in the gradebook's cache, so that carrying it out grades nothing again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.batch.execute import graded
from grader.batch.orders import Order, key_of
from grader.batch.run import Progress, no_progress
from grader.catalog import Catalog, SourceText
from grader.course import Change
from grader.gradebook import Cached, Gradebook, Mark
from grader.gradebook.undoing import to_undo
from grader.model import Verdict

REGRADE = "regrade"
UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Regrading:
    """What is regraded and how: no ``exercises``: all; ``may_lower``: somebody may lose points."""

    exercises: tuple[str, ...] = ()
    may_lower: bool = False
    jobs: int = 1
    device: str = "auto"


@dataclass(frozen=True, slots=True)
class Regraded:
    """What counts now for a student and an exercise, the attempt that would, and what that changes."""

    mark: Mark
    graded: Cached
    change: Change

    @classmethod
    def of(cls, mark: Mark, graded: Cached) -> Regraded:
        """Compare both as they are shown: as this student's, lateness taken off."""
        return cls(mark, graded, Change(mark.shown, mark.handed.graded(graded.attempt)))


def changed(
    catalog: Catalog, book: Gradebook, regrading: Regrading, progress: Progress = no_progress
) -> tuple[Regraded, ...]:
    """Grade what is out of date; return what would change, by student and exercise. Nothing counts yet.

    Files that could not be read stay as they are, and so does everything whose exercise is not there any
    more. A new attempt that failed through our fault changes nothing. Without ``may_lower`` nobody loses.
    """
    stale = [(mark, order) for mark in book.marks() if (order := _order(catalog, mark, regrading))]
    known = book.cached(order.key for _, order in stale)
    left = {order.key: order for _, order in stale if order.key not in known}
    for order, attempt in graded(catalog, tuple(left.values()), regrading.jobs, regrading.device):
        if attempt.verdict is not Verdict.GRADER_FAULT:
            known[order.key] = book.remember(order.key, attempt)
        progress(len(known), len({order.key for _, order in stale}), attempt)
    found = [Regraded.of(mark, known[order.key]) for mark, order in stale if order.key in known]
    allowed = (one for one in found if regrading.may_lower or one.change.difference >= 0)
    return tuple(one for one in allowed if one.change.matters)


def carry_out(book: Gradebook, changes: Iterable[Regraded], note: str = "") -> int:
    """Make the new attempts count; return the number of the run, by which it can be undone."""
    run = book.begin_run(REGRADE, note)
    book.mark(run, [(one.mark.submission, one.mark.handed, one.graded.id) for one in changes])
    return run


def undo(book: Gradebook) -> Sequence[Mark]:
    """Make count again what the last regrade that is not undone replaced; return those marks.

    What a batch has graded since then stays.
    """
    run = to_undo(book, REGRADE, UNDO)
    if run is None:
        return ()
    made = {(mark.submission, mark.kept.id) for mark in book.marks_of_run(run)}
    ours = {
        (mark.handed.student, mark.handed.exercise)
        for mark in book.marks()
        if (mark.submission, mark.kept.id) in made
    }
    again = [m for m in book.marks(before_run=run) if (m.handed.student, m.handed.exercise) in ours]
    undoing = book.begin_run(UNDO, f"run {run}")
    book.mark(undoing, [(mark.submission, mark.handed, mark.kept.id) for mark in again])
    return again


def _order(catalog: Catalog, mark: Mark, regrading: Regrading) -> Order | None:
    """Return what has to be graded for a mark, None where it is up to date or cannot be graded again."""
    handed = mark.handed
    wanted = not regrading.exercises or handed.exercise in regrading.exercises
    if not wanted or not handed.content or handed.exercise not in catalog.slugs():
        return None
    key = key_of(catalog, handed, regrading.device)
    return (
        Order(handed, SourceText(handed.name, handed.content, handed.sha256), key)
        if key != mark.key
        else None
    )
