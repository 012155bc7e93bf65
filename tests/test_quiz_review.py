"""When a question comes back: FSRS-6's published figures, and what cannot change them."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

import pytest
from fsrs import Card, Rating

from grader.quiz.review import rating_of, reviewed
from grader.quiz.scoring import Response, Result, Try

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MISREAD = Try(("seven",), readable=False)
# Answers as they are rated, each given on the day it is due: stability, difficulty, whole days until the next.
VECTOR = (
    (1, 2.3065, 2.1181, 0),
    (1, 2.3065, 2.1112, 2),
    (1, 10.9710, 2.1043, 11),
    (0, 1.5390, 7.3900, 0),
    (1, 1.5718, 7.3778, 2),
)


def outcome(points: int, *tries: Try) -> Result:
    """Return a result with these tries."""
    return Result(Response("you", "t.a", 1, "0" * 64, tries), Fraction(points), Fraction(1), "0" * 64)


def test_a_known_history_gives_the_known_days() -> None:
    """Five answers, each on its day, give FSRS-6's stability, difficulty and interval; no chance is in it."""
    remembered, now = None, NOW
    for points, stability, difficulty, days in VECTOR:
        remembered = reviewed(outcome(points, Try(("1",))), remembered, now)
        card = Card.from_json(remembered.card)
        assert card.stability == pytest.approx(stability, abs=6e-5)
        assert card.difficulty == pytest.approx(difficulty, abs=6e-5)
        assert (remembered.due - now).days == days
        now = remembered.due


@pytest.mark.parametrize(
    ("result", "rating"),
    [
        (outcome(1, Try(("1",))), Rating.Good),
        (outcome(1, MISREAD, MISREAD, Try(("1",))), Rating.Good),
        (outcome(1, Try(("2",)), Try(("1",))), Rating.Hard),
        (outcome(1, MISREAD, Try(("1",), hints=1)), Rating.Hard),
        (outcome(0, MISREAD), Rating.Again),
        (outcome(0), Rating.Again),
    ],
)
def test_an_answer_that_could_not_be_read_is_no_mistake(result: Result, rating: Rating) -> None:
    """Right at once is good however often we could not read it before; a mistake or a hint makes it hard."""
    assert rating_of(result) is rating
