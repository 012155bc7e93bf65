"""Marking stored answers anew after a mistake in a question: first as a dry run, then carried out, or undone.

changes = regrade(results, {old.sha256: MarkBy(new)})     who changes, by how much; nothing happens
results = apply(results, changes)                         carried out
results = apply(results, undone(changes))                 as before
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from grader.quiz.scoring import Result, result
from grader.quiz.variant import Variant, sealed


@dataclass(frozen=True, slots=True)
class MarkBy:
    """Mark by another variant: a mended key, another tolerance, more right answers."""

    variant: Variant


@dataclass(frozen=True, slots=True)
class FullPoints:
    """Give everybody who answered all points."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Take the question out: no points can be had for it."""


Revision = MarkBy | FullPoints | Dropped


@dataclass(frozen=True, slots=True)
class Change:
    """One student's result on one question, before and after."""

    before: Result
    after: Result

    @property
    def difference(self) -> Fraction:
        """How many points are won (or lost, below zero)."""
        return self.after.points - self.before.points


def accepting(variant: Variant, part: int, answers: Iterable[str]) -> Variant:
    """Return a variant that accepts further answers to one part, written as people type them."""
    accept = (*variant.parts[part].accept, *answers)
    parts = list(variant.parts)
    parts[part] = replace(parts[part], accept=accept)
    return sealed(replace(variant, parts=tuple(parts)))


def regrade(
    results: Iterable[Result], revisions: Mapping[str, Revision], *, never_lower: bool = True
) -> tuple[Change, ...]:
    """Return what would change, by the hash of the variant that each result was marked by.

    ``never_lower``: nobody loses a point (a share of them, where the question is worth another number);
    where a question is dropped, points already won stay.
    """
    changes = []
    for before in results:
        if revision := revisions.get(before.marked_by):
            after = _revised(before, revision)
            if never_lower:
                after = replace(after, points=max(_kept(before, after), after.points))
            if after != before:
                changes.append(Change(before, after))
    return tuple(changes)


def _kept(before: Result, after: Result) -> Fraction:
    """Return what somebody has already: the same share, where the question is worth another number."""
    if before.max_points and after.max_points:
        return before.points * after.max_points / before.max_points
    return before.points


def _revised(before: Result, revision: Revision) -> Result:
    match revision:
        case MarkBy():
            return result(revision.variant, before.response)
        case FullPoints():
            answered = any(any(one.fields) for one in before.response.tries)
            return replace(before, points=before.max_points) if answered else before
        case Dropped():
            return replace(before, points=Fraction(), max_points=Fraction())


def apply(results: Iterable[Result], changes: Iterable[Change]) -> tuple[Result, ...]:
    """Carry changes out; a result that is no longer what the dry run saw stays as it is."""
    after = {change.before: change.after for change in changes}
    return tuple(after.get(one, one) for one in results)


def undone(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that take these back."""
    return tuple(Change(change.after, change.before) for change in changes)
