"""A course as a table: a row for each student (CSV, XLSX), and one for each attempt (XLSX)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from grader.course import Course, Person
from grader.export.cells import Cell, csv_of, harmless, rounded
from grader.i18n import Translator
from grader.model import Attempt
from grader.report.table import CourseTable, Credit, StudentRow, tabulate
from grader.report.words import STANDINGS, VERDICTS

PEOPLE = ("id", "name", "email", "section", "login", "canvas_id")


def course_to_csv(course: Course) -> bytes:
    """Return a row for each student: who, points by exercise, total. Headings are names, in English.

    An exercise that does not count for a student has the reason in the place of its points.
    """
    return csv_of(student_rows(course))


def course_to_xlsx(course: Course, tr: Translator) -> bytes:
    """Return a workbook: students, attempts and the instructor's decisions, each on a sheet."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _fill(workbook.create_sheet(tr("Students")), student_rows(course))
    _fill(workbook.create_sheet(tr("Attempts")), attempt_rows(course, tr))
    _fill(workbook.create_sheet(tr("Adjustments")), adjustment_rows(course))
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def student_rows(course: Course) -> Iterator[Sequence[Cell]]:
    """Yield the headings, then every student."""
    table = tabulate(course)
    people = {person.id: person for person in course.people}
    slugs = [exercise.slug for exercise in table.exercises]
    yield (*PEOPLE, *slugs, "extra", "total", "max", "percent")
    for row in table.students:
        person = people.get(row.name, Person(row.name, row.shown))
        who = [getattr(person, field) for field in PEOPLE]
        extra = sum((one.points for one in row.extra), Fraction())
        total = rounded(row.total.score), rounded(row.total.max_score), percent(row)
        yield (*who, *map(_points, row.credits), rounded(extra), *total)


def percent(row: StudentRow) -> Decimal:
    """Return a student's total in percent; 0 where no points could be had."""
    total = row.total
    return rounded(100 * total.score / total.max_score if total.max_score else Fraction())


def attempt_rows(course: Course, tr: Translator) -> Iterator[Sequence[Cell]]:
    """Yield the headings, then every attempt with what is known of it."""
    yield (
        "student", "exercise", "verdict", "score", "max", "late", "counts", "reasons", "misconception",
        "file", "sha256", "graded_at",
    )  # fmt: skip
    for row, credit, attempt in _graded(tabulate(course)):
        diagnosis = attempt.diagnosis
        standing = STANDINGS.get(credit.standing)
        yield (
            row.name,
            attempt.exercise,
            tr(VERDICTS[attempt.verdict].word),
            rounded(credit.score),
            rounded(credit.max_score),
            rounded(attempt.deducted),
            tr(standing.word) if standing else "",
            "; ".join(credit.reasons),
            diagnosis.misconception.in_language(tr.language) if diagnosis else "",
            attempt.submission.name,
            attempt.submission.sha256,
            attempt.graded_at.isoformat(timespec="seconds"),
        )


def _graded(table: CourseTable) -> Iterator[tuple[StudentRow, Credit, Attempt]]:
    for row in table.students:
        for credit, attempt in zip(row.credits, row.attempts, strict=True):
            if attempt is not None:
                yield row, credit, attempt


def adjustment_rows(course: Course) -> Iterator[Sequence[Cell]]:
    """Yield the headings, then every decision of the instructor's."""
    yield ("student", "exercise", "kind", "points", "reason")
    for one in course.adjustments:
        yield (one.student, one.exercise, one.kind.value, rounded(one.points), one.reason)


def _points(credit: Credit) -> Cell:
    """Return what an exercise brings, or why it brings nothing and costs nothing."""
    return rounded(credit.score) if credit.counts else credit.standing.value


def _fill(sheet: Worksheet, rows: Iterable[Sequence[Cell]]) -> None:
    """Write rows; a text is a text, whatever it begins with."""
    for line, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(line, column)
            cell.value = value if isinstance(value, Decimal) else harmless(value)
            if isinstance(value, str):
                cell.data_type = "s"
            if line == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
