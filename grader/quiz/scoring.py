"""Attempts, penalties and hints: from stored raw answers to points. Pure; what was stored can be marked anew.

The best attempt counts, so that trying again never costs what is already won. An answer that could not be
read, a blank one and one given before are no attempts. A hint costs only attempts made after it was opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from grader.quiz.marking import Mark, State, Value, mark
from grader.quiz.variant import Variant

NO_ATTEMPT = (State.UNREADABLE, State.UNANSWERED)


@dataclass(frozen=True, slots=True)
class Try:
    """One raw answer as typed, and how many hints were open then.

    ``readable`` is False where we could not read it then: no attempt, but kept, so that it can be counted
    how often a question's form of answer is misunderstood, and marked should we learn to read it.
    """

    fields: tuple[str, ...]
    hints: int = 0
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Response:
    """All that one student answered to one variant, unmarked; ``sha256`` is the variant's."""

    student: str
    question: str
    seed: int
    sha256: str
    tries: tuple[Try, ...] = ()

    @property
    def read(self) -> tuple[Try, ...]:
        """The tries that could be read when they were typed."""
        return tuple(one for one in self.tries if one.readable)


@dataclass(frozen=True, slots=True)
class Attempted:
    """One attempt that counts: its mark, the share it could still give, the points it gives."""

    mark: Mark
    share: Fraction
    points: Fraction


@dataclass(frozen=True, slots=True)
class Result:
    """A response and its points; ``marked_by`` is the hash of the variant it was marked by."""

    response: Response
    points: Fraction
    max_points: Fraction
    marked_by: str


def attempts(variant: Variant, tries: tuple[Try, ...]) -> Iterator[Attempted]:
    """Yield the attempts that count, in order; those beyond the last that is allowed give nothing."""
    policy = variant.policy
    seen: set[tuple[Value, ...]] = set()
    for one in tries:
        marked = mark(variant, one.fields)
        if marked.state in NO_ATTEMPT or marked.reading.values in seen:
            continue
        share = policy.attempts[len(seen)] if len(seen) < len(policy.attempts) else Fraction()
        seen.add(marked.reading.values)
        worth = max(marked.score * share - policy.hint_cost * one.hints, Fraction())
        yield Attempted(marked, share, worth * policy.points)


def attempts_left(variant: Variant, tries: tuple[Try, ...]) -> int:
    """Return how many more attempts can give points; none after a right one."""
    used = list(attempts(variant, tries))
    if any(one.mark.state is State.RIGHT for one in used):
        return 0
    return max(0, len(variant.policy.attempts) - len(used))


def points_of(variant: Variant, tries: tuple[Try, ...]) -> Fraction:
    """Return the points of the best attempt, exact."""
    return max((one.points for one in attempts(variant, tries)), default=Fraction())


def result(variant: Variant, response: Response) -> Result:
    """Mark a response by a variant."""
    points = points_of(variant, response.tries)
    return Result(response, points, Fraction(variant.policy.points), variant.sha256)
