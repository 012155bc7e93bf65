"""The files of learning platforms: Canvas, Moodle, Gradescope, nbgrader, LTI."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from fractions import Fraction

from grader.course import Course, Person
from grader.errors import UsageError
from grader.export.cells import Cell, csv_of, harmless, plain_csv, rounded
from grader.i18n import Translator
from grader.model import Attempt, PropertyResult
from grader.report.table import CourseTable, Credit, Standing, StudentRow, tabulate
from grader.report.words import OUTCOMES, VERDICTS

Json = dict[str, object]
# Moodle translates its headings; these are English and Simplified Chinese.
IDENTIFIER = ("Identifier", "编号", "识别号")
EMAIL = ("Email address", "电子邮件地址", "Email 地址")
FULL_NAME = ("Full name", "全名", "姓名")
GRADE = ("Grade", "成绩")
MAXIMUM = ("Maximum Grade", "Maximum grade", "最高分", "最高成绩")
FEEDBACK = ("Feedback comments", "反馈评语", "反馈评论")


def course_to_canvas(course: Course) -> bytes:
    """Return Canvas's gradebook CSV: a column for each exercise, one for extra points.

    Canvas finds students by ``ID`` (a roster's canvas_id), then ``SIS User ID``, then login; a column by
    its exact title, or makes a new assignment. ``EX`` excuses; a blank is an attempt that waits for us.
    """
    table = tabulate(course)
    people = {person.id: person for person in course.people}
    slugs = [exercise.slug for exercise in table.exercises]
    titles = [*slugs, *(["Extra points"] if any(row.extra for row in table.students) else [])]
    possible: list[Cell] = [rounded(exercise.max_score) for exercise in table.exercises]
    rows: list[Sequence[Cell]] = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *titles],
        [
            "    Points Possible",
            "",
            "",
            "",
            "",
            *possible,
            *([rounded(Fraction())] * (len(titles) - len(slugs))),
        ],
    ]
    for row in table.students:
        person = people.get(row.name, Person(row.name, row.shown))
        extra = (
            [rounded(sum((one.points for one in row.extra), Fraction()))] if len(titles) > len(slugs) else []
        )
        who = [person.name, person.canvas_id, person.id, person.login, person.section]
        rows.append([*who, *map(_canvas_cell, row.credits), *extra])
    return csv_of(rows).removeprefix(b"\xef\xbb\xbf")  # Canvas wants `Student` in the very first cell


def _canvas_cell(credit: Credit) -> Cell:
    if credit.standing is Standing.FAULT:
        return ""
    return rounded(credit.score) if credit.counts else "EX"


def course_to_moodle(course: Course, worksheet: bytes, tr: Translator) -> bytes:
    """Return the grading worksheet that Moodle gave, its grades filled in; whom we do not know stays as is.

    A student's share of the total is scaled to the worksheet's maximum grade. Rows are matched by e-mail
    address, then the number in ``Participant 12`` as id, then the full name. Raises `UsageError` where
    the file is no such worksheet.
    """
    rows = list(csv.reader(io.StringIO(worksheet.decode("utf-8-sig"), newline="")))
    columns = _columns(rows[0] if rows else [])
    table = tabulate(course)
    found = _by_any_name(course, table)
    for line in rows[1:]:
        keys = [line[at].strip().casefold() for at in columns["who"] if at < len(line)]
        keys += [key.rsplit(" ", 1)[-1] for key in keys if key.startswith("participant ")]
        student = next((found[key] for key in keys if key in found), None)
        if student is None or not student.total.max_score:
            continue
        most = Fraction(line[columns["max"][0]]) if columns["max"] else Fraction(100)
        line[columns["grade"][0]] = str(rounded(most * student.total.score / student.total.max_score))
        for at in columns["feedback"]:
            line[at] = harmless(_comment(student, tr))
    return b"\xef\xbb\xbf" + plain_csv(rows)


def _columns(headings: Sequence[str]) -> dict[str, list[int]]:
    """Return where what stands in a worksheet."""
    known = {
        "who": (*EMAIL, *IDENTIFIER, *FULL_NAME),
        "grade": GRADE,
        "max": MAXIMUM,
        "feedback": FEEDBACK,
    }
    columns = {
        role: [headings.index(name) for name in names if name in headings] for role, names in known.items()
    }
    if not columns["who"] or not columns["grade"]:
        raise UsageError(
            f"This is no grading worksheet of Moodle; its first line is {','.join(headings)[:200]!r}.",
            "In the assignment: View all submissions, Download grading worksheet; its first line has Grade.",
        )
    return columns


def _by_any_name(course: Course, table: CourseTable) -> dict[str, StudentRow]:
    """Return students by id, name and address; a name of two people means nobody."""
    rows = {row.name: row for row in table.students}
    names: dict[str, StudentRow | None] = {}
    for person in (*course.people, *(Person(row.name, row.shown) for row in table.students)):
        row = rows.get(person.id)
        for name in filter(None, {person.email.casefold(), person.id.casefold(), person.name.casefold()}):
            names[name] = row if names.get(name, row) is row else None
    return {name: row for name, row in names.items() if row}


def _comment(student: StudentRow, tr: Translator) -> str:
    lines = (
        f"{attempt.exercise}: {rounded(credit.score)} / {rounded(credit.max_score)}, "
        f"{tr(VERDICTS[attempt.verdict].word)}"
        for credit, attempt in zip(student.credits, student.attempts, strict=True)
        if attempt is not None
    )
    return "; ".join(lines)


def course_to_gradescope(course: Course, tr: Translator) -> Iterator[tuple[str, bytes]]:
    """Yield each student's ``results.json`` as Gradescope's autograders write it, by student.

    ``score`` is the total, which overrides the sum of the tests; each property is a test.
    """
    for row in tabulate(course).students:
        tests = [
            _gradescope_test(attempt, result, tr) for attempt in row.graded for result in attempt.results
        ]
        document: Json = {
            "score": float(rounded(row.total.score)),
            "output": _comment(row, tr),
            "output_format": "text",
            "visibility": "visible",
            "tests": tests,
            "extra_data": {"max_score": float(rounded(row.total.max_score))},
        }
        yield f"{row.name}/results.json", _json(document)


def _gradescope_test(attempt: Attempt, result: PropertyResult, tr: Translator) -> Json:
    outcome = tr(OUTCOMES[result.outcome].word)
    reason = tr(result.message) if result.message else ""
    return {
        "name": f"{attempt.exercise}: {result.title.in_language(tr.language)}",
        "score": float(rounded(result.points)),
        "max_score": float(rounded(result.max_points)),
        "status": "passed" if result.points == result.max_points else "failed",
        "output": f"{outcome}. {reason}".strip(),
        "output_format": "text",
        "visibility": "visible",
        "tags": [attempt.exercise],
    }


def course_to_nbgrader(course: Course) -> bytes:
    """Return ``grades.csv`` as nbgrader exports it: a row for each student and exercise, missing ones 0."""
    table = tabulate(course)
    people = {person.id: person for person in course.people}
    rows: list[Sequence[str]] = [
        (
            "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
            "raw_score", "late_submission_penalty", "score", "max_score",
        )
    ]  # fmt: skip
    for row in table.students:
        person = people.get(row.name, Person(row.name, row.shown))
        first, _, last = person.name.rpartition(" ")
        for exercise, credit, attempt in zip(table.exercises, row.credits, row.attempts, strict=True):
            late = attempt.deducted if attempt and credit.standing is Standing.COUNTS else Fraction()
            when = attempt.graded_at.isoformat(sep=" ", timespec="seconds") if attempt else ""
            score, most = (credit.score, credit.max_score) if credit.counts else (Fraction(), Fraction())
            points = [str(rounded(one)) for one in (score + late, late, score, most)]
            who = [harmless(name) for name in (person.id, last, first, person.email)]
            rows.append((exercise.slug, "", when, *who, *points))
    return plain_csv(rows)


def course_to_lti(course: Course, now: datetime) -> Iterator[tuple[str, bytes]]:
    """Yield LTI AGS 2.0 scores as they are posted to a line item's ``/scores``, by exercise and student.

    ``userId`` is the student's id: a roster whose ids are the platform's makes them right. Exercises that
    do not count, and those on which the grader failed, have no score.
    """
    table = tabulate(course)
    for row in table.students:
        for exercise, credit, attempt in zip(table.exercises, row.credits, row.attempts, strict=True):
            if credit.counts:
                yield f"{exercise.slug}/{row.name}.json", _json(_lti_score(row, credit, attempt, now))


def _lti_score(row: StudentRow, credit: Credit, attempt: Attempt | None, now: datetime) -> Json:
    moment = attempt.graded_at if attempt else now
    return {
        "userId": row.name,
        "scoreGiven": float(rounded(credit.score)),
        "scoreMaximum": float(rounded(credit.max_score)),
        "comment": "; ".join(credit.reasons),
        "timestamp": moment.isoformat(timespec="milliseconds"),
        "activityProgress": "Completed" if attempt else "Initialized",
        "gradingProgress": "FullyGraded",
    }


def _json(document: Json) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
