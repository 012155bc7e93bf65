"""Spaced review: when a question is due again, by FSRS-6 (https://pypi.org/project/fsrs).

A right first answer is *good*, a right one after a mistake or a hint *hard*, anything else *again*.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from fsrs import Card, Rating, Scheduler

from grader.quiz.scoring import Result


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One answered question as it is remembered: its result and FSRS's card after it (JSON text)."""

    result: Result
    answered_at: datetime
    card: str

    @property
    def due(self) -> datetime:
        """When it should be asked again (UTC)."""
        return Card.from_json(self.card).due

    @property
    def share(self) -> Fraction:
        """The share of the points that was reached."""
        return self.result.points / self.result.max_points if self.result.max_points else Fraction(1)


def reviewed(result: Result, before: Reviewed | None, now: datetime) -> Reviewed:
    """Return what is remembered of a result; ``before`` is the last one on the same question."""
    card = Card.from_json(before.card) if before else Card()
    # No fuzz: the same history gives the same day everywhere.
    scheduler = Scheduler(enable_fuzzing=False)
    after, _ = scheduler.review_card(card, rating_of(result), now)
    return Reviewed(result, now, after.to_json())


def rating_of(result: Result) -> Rating:
    """Return how well a question went."""
    if not result.max_points or result.points < result.max_points / 2:
        return Rating.Again
    tries = result.response.read
    first_time = len(tries) == 1 and not tries[0].hints
    return Rating.Good if first_time and result.points == result.max_points else Rating.Hard


def latest(history: Iterable[Reviewed]) -> Mapping[str, Reviewed]:
    """Return what is remembered last of each question; ``history`` is in order."""
    return {one.result.response.question: one for one in history}


def due_questions(history: Iterable[Reviewed], now: datetime) -> tuple[str, ...]:
    """Return the questions that are due, the longest overdue first."""
    due = sorted((one.due, name) for name, one in latest(history).items() if one.due <= now)
    return tuple(name for _, name in due)


def weak_questions(history: Iterable[Reviewed]) -> tuple[str, ...]:
    """Return the questions whose last result was not full, the weakest first."""
    weak = sorted((one.share, name) for name, one in latest(history).items() if one.share < 1)
    return tuple(name for _, name in weak)
