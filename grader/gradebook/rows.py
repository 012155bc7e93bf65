"""Records as rows and back."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from sqlalchemy import Row

from grader.course import Adjustment, AdjustmentKind, Course, Person
from grader.gradebook.records import Cached, Deduction, Handed, Mark
from grader.model import Attempt, Text
from grader.report.as_json import course_from_json, course_to_json

Values = dict[str, Any]


def handed_row(handed: Handed) -> Values:
    """Return the row of a submission."""
    note = handed.deduction.note
    return {
        "student": handed.student,
        "exercise": handed.exercise,
        "name": handed.name,
        "sha256": handed.sha256,
        "content": handed.content,
        "overruled": handed.overruled,
        "submitted_at": handed.submitted_at,
        "late_points": str(handed.deduction.points),
        "late_percent": str(handed.deduction.percent),
        "late_note": json.dumps([note.message, dict(note.fields)]) if note else "",
    }


def read_handed(row: Row[Any]) -> Handed:
    """Read a submission."""
    note = None
    if row.late_note:
        message, fields = json.loads(row.late_note)
        note = Text(message, tuple(fields.items()))
    deduction = Deduction(Fraction(row.late_points), Fraction(row.late_percent), note)
    return Handed(
        row.student,
        row.exercise,
        row.name,
        row.sha256,
        row.content,
        row.overruled,
        row.submitted_at,
        deduction,
    )


def attempt_row(key: str, attempt: Attempt) -> Values:
    """Return the row of an attempt."""
    return {
        "key": key,
        "exercise": attempt.exercise,
        "verdict": attempt.verdict.value,
        "score": str(attempt.score),
        "document": course_to_json(Course("", (attempt,))).decode(),
    }


def read_attempt(document: str) -> Attempt:
    """Read an attempt."""
    (attempt,) = course_from_json(document.encode()).attempts
    return attempt


def read_mark(row: Row[Any]) -> Mark:
    """Read a mark, joined with its submission and its attempt."""
    return Mark(row.submission, read_handed(row), row.key, Cached(row.attempt, read_attempt(row.document)))


def person_row(person: Person) -> Values:
    """Return the row of a student."""
    return {
        "id": person.id,
        "name": person.name,
        "email": person.email,
        "section": person.section,
        "canvas_id": person.canvas_id,
        "login": person.login,
    }


def read_adjustment(row: Row[Any]) -> Adjustment:
    """Read an instructor's decision."""
    return Adjustment(row.student, row.exercise, AdjustmentKind(row.kind), Fraction(row.points), row.reason)
