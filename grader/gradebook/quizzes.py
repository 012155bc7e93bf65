"""Answered quiz questions in the gradebook, beside the exercises."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import Any

import msgspec
from sqlalchemy import Row, select

from grader.gradebook.book import Gradebook
from grader.gradebook.tables import QUIZ_RESULTS
from grader.quiz.review import Reviewed
from grader.quiz.scoring import Response, Result, Try


def keep_answer(book: Gradebook, answer: Reviewed) -> None:
    """Keep one answered question; earlier ones stay."""
    result, response = answer.result, answer.result.response
    values = {
        "student": response.student,
        "question": response.question,
        "seed": response.seed,
        "variant": response.sha256,
        "marked_by": result.marked_by,
        "tries": msgspec.json.encode(response.tries).decode(),
        "points": str(result.points),
        "max_points": str(result.max_points),
        "answered_at": answer.answered_at.isoformat(),
        "card": answer.card,
    }
    with book.writing() as connection:
        connection.execute(QUIZ_RESULTS.insert().values(values))


def history(book: Gradebook, student: str) -> tuple[Reviewed, ...]:
    """Return what a student has answered, in order."""
    own = select(QUIZ_RESULTS).where(QUIZ_RESULTS.c.student == student).order_by(QUIZ_RESULTS.c.id)
    with book.reading() as connection:
        return tuple(_read(row) for row in connection.execute(own))


def _read(row: Row[Any]) -> Reviewed:
    tries = msgspec.json.decode(row.tries, type=tuple[Try, ...])
    response = Response(row.student, row.question, row.seed, row.variant, tries)
    result = Result(response, Fraction(row.points), Fraction(row.max_points), row.marked_by)
    return Reviewed(result, datetime.fromisoformat(row.answered_at), row.card)
