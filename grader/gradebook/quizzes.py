"""Answered quiz questions in the gradebook, beside the exercises. Rows are only added, here as there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, func, select

from grader.gradebook.book import Gradebook
from grader.gradebook.tables import QUIZ_MARKS, QUIZ_RESULTS, QUIZ_VARIANTS
from grader.quiz.answered import Answered, Decision
from grader.quiz.review import Reviewed
from grader.quiz.scoring import Response, Result, Try
from grader.quiz.variant import Variant, from_json, to_json

Marked = tuple[int, Result, Decision]


def keep_answer(book: Gradebook, answer: Reviewed, variant: Variant | None = None) -> bool:
    """Keep one answered question with the variant that was shown; earlier ones stay.

    The same student's answer to the same question at the same moment is kept once; False where it was there.
    """
    return (
        keep_answers(book, [(answer.result, answer.answered_at, answer.card)], [variant] if variant else [])
        > 0
    )


def keep_answers(
    book: Gradebook, answers: Iterable[tuple[Result, datetime, str]], variants: Iterable[Variant] = ()
) -> int:
    """Keep results with their moments and cards, all or none; return how many were not in here yet."""
    new = 0
    with book.writing() as connection:
        for variant in variants:
            _keep_variant(connection, variant)
        for result, answered_at, card in answers:
            row = _row(result, answered_at, card)
            if not _is_there(connection, row):
                connection.execute(QUIZ_RESULTS.insert().values(row))
                new += 1
    return new


def keep_marks(book: Gradebook, run: int, marks: Iterable[Marked], variants: Iterable[Variant] = ()) -> None:
    """Say what results give from now on, as (row of the result, result, decision), all or none."""
    with book.writing() as connection:
        for variant in variants:
            _keep_variant(connection, variant)
        for row, result, decision in marks:
            values = {"run": run, "result": row, "marked_by": result.marked_by, "decision": decision.value}
            points = {"points": str(result.points), "max_points": str(result.max_points)}
            connection.execute(QUIZ_MARKS.insert().values(**values, **points))


def history(book: Gradebook, student: str) -> tuple[Reviewed, ...]:
    """Return what a student has answered, in order, with the points that count now."""
    own = _current().where(QUIZ_RESULTS.c.student == student).order_by(QUIZ_RESULTS.c.id)
    with book.reading() as connection:
        rows = connection.execute(own).all()
    return tuple(Reviewed(one.result, one.answered_at, row.card) for row in rows for one in [_read(row)])


def answers(book: Gradebook, before_run: int | None = None) -> tuple[Answered, ...]:
    """Return everybody's answers in order, as they count now, or did before a run."""
    with book.reading() as connection:
        rows = connection.execute(_current(before_run).order_by(QUIZ_RESULTS.c.id)).all()
    return tuple(map(_read, rows))


def results_of_run(book: Gradebook, run: int) -> frozenset[tuple[int, str, str, str]]:
    """Return what a run decided: the row of each result, its points, by which variant, why."""
    columns = (QUIZ_MARKS.c.result, QUIZ_MARKS.c.points, QUIZ_MARKS.c.marked_by, QUIZ_MARKS.c.decision)
    with book.reading() as connection:
        rows = connection.execute(select(*columns).where(QUIZ_MARKS.c.run == run)).all()
    return frozenset((row.result, row.points, row.marked_by, row.decision) for row in rows)


def shown_variants(book: Gradebook) -> Mapping[str, Variant]:
    """Return the variants kept in here, by hash."""
    with book.reading() as connection:
        rows = connection.execute(select(QUIZ_VARIANTS.c.document)).all()
    variants = (from_json(row.document.encode()) for row in rows)
    return {variant.sha256: variant for variant in variants}


def _row(result: Result, answered_at: datetime, card: str) -> dict[str, Any]:
    response = result.response
    return {
        "student": response.student,
        "question": response.question,
        "seed": response.seed,
        "variant": response.sha256,
        "marked_by": result.marked_by,
        "tries": msgspec.json.encode(response.tries).decode(),
        "points": str(result.points),
        "max_points": str(result.max_points),
        "answered_at": answered_at.isoformat(),
        "card": card,
    }


def _is_there(connection: Connection, row: Mapping[str, Any]) -> bool:
    # Not the variant: gathered again after its question has changed, an answer is marked by another one.
    same = (QUIZ_RESULTS.c[name] == row[name] for name in ("student", "question", "answered_at"))
    return connection.execute(select(QUIZ_RESULTS.c.id).where(*same)).first() is not None


def _keep_variant(connection: Connection, variant: Variant) -> None:
    known = select(QUIZ_VARIANTS.c.sha256).where(QUIZ_VARIANTS.c.sha256 == variant.sha256)
    if connection.execute(known).first() is None:
        values = {"sha256": variant.sha256, "question": variant.question}
        connection.execute(QUIZ_VARIANTS.insert().values(**values, document=to_json(variant).decode()))


def _current(before_run: int | None = None) -> Select[Any]:
    """Select results with the last thing that was decided about each."""
    last = select(func.max(QUIZ_MARKS.c.id).label("id")).group_by(QUIZ_MARKS.c.result)
    if before_run is not None:
        last = last.where(QUIZ_MARKS.c.run < before_run)
    marks = select(QUIZ_MARKS).where(QUIZ_MARKS.c.id.in_(last)).subquery()
    decided = (
        marks.c.points.label("points_now"),
        marks.c.max_points.label("max_points_now"),
        marks.c.marked_by.label("marked_by_now"),
        marks.c.decision,
    )
    return select(QUIZ_RESULTS, *decided).outerjoin(marks, marks.c.result == QUIZ_RESULTS.c.id)


def _read(row: Row[Any]) -> Answered:
    tries = msgspec.json.decode(row.tries, type=tuple[Try, ...])
    response = Response(row.student, row.question, row.seed, row.variant, tries)
    points, most, marked_by, why = row.points, row.max_points, row.marked_by, Decision.MARKED
    if row.decision is not None:
        points, most, marked_by = row.points_now, row.max_points_now, row.marked_by_now
        why = Decision(row.decision)
    result = Result(response, Fraction(points), Fraction(most), marked_by)
    return Answered(result, datetime.fromisoformat(row.answered_at), row.id, why)
