"""Exports: every program gets the same points, and no text that it would run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest
from sample_attempts import ACCEPTED, GRADER_FAULT, PARTIAL

from grader.cli.exporting import FORMATS as OFFERED
from grader.course import Adjustment, AdjustmentKind, Course, Person
from grader.errors import UsageError
from grader.export import FORMATS, Options, export
from grader.export.cells import FORMULA, harmless, rounded
from grader.i18n import translator
from grader.model import Attempt
from grader.report.table import tabulate

OPTIONS = Options(translator("en"))
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1")
WORKSHEET = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Feedback comments\n"
    "Participant 7,Ada Lovelace,ada@example.org,Submitted,,20,\n"
    "Participant 8,Bo,bo@example.org,Submitted,,20,\n"
    "Participant 9,Somebody Else,else@example.org,,3.00,20,\n"
)


def of(student: str, attempt: Attempt, exercise: str, **changes: object) -> Attempt:
    return replace(attempt, student=student, exercise=exercise, **changes)


COURSE = Course(
    "course",
    (
        of("ada", ACCEPTED, "gather"),
        of("ada", PARTIAL, "focal_loss", score=Fraction(22, 3)),
        of("bo", PARTIAL, "gather", score=Fraction(5), deducted=Fraction(1)),
        of("bo", GRADER_FAULT, "focal_loss"),
        of("cy", ACCEPTED, "focal_loss"),
        of("=cmd()", ACCEPTED, "gather"),
    ),
    (
        Person("ada", "Ada Lovelace", "ada@example.org", "A", "1001", "ada1"),
        Person("bo", "Bo", "bo@example.org"),
        Person("dan", "=HYPERLINK(1)"),
    ),
    ("dan",),
    (),
    (
        Adjustment("cy", "gather", AdjustmentKind.EXCUSED, Fraction(), "ill"),
        Adjustment("ada", "", AdjustmentKind.EXTRA, Fraction(1, 2), "helped"),
    ),
)


def table(data: bytes) -> list[dict[str, str]]:
    """Read CSV by its headings."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def only(name: str, options: Options = OPTIONS) -> bytes:
    """Return the one file of a format."""
    (content,) = export(COURSE, name, options).values()
    return content


def test_every_format_is_offered() -> None:
    """The command line offers exactly the formats there are."""
    assert set(OFFERED) == set(FORMATS)


@pytest.mark.parametrize(
    ("points", "shown"), [(Fraction(22, 3), "7.33"), (Fraction(1, 200), "0.01"), (Fraction(0), "0.00")]
)
def test_points_are_rounded_once(points: Fraction, shown: str) -> None:
    """Two decimals, halves away from zero."""
    assert str(rounded(points)) == shown


@pytest.mark.parametrize("words", FORMULAS)
def test_what_a_spreadsheet_would_run_is_text(words: str) -> None:
    """A text that begins like a formula does not begin like one any more."""
    assert not harmless(words).startswith(FORMULA)
    assert harmless("Ada = Bo") == "Ada = Bo"


def totals() -> Iterator[tuple[str, Decimal]]:
    """Yield every student's total by the one rule."""
    for row in tabulate(COURSE).students:
        yield row.name, rounded(row.total.score)


def test_totals_are_equal_in_every_sink() -> None:
    """CSV, XLSX, Canvas, Gradescope, nbgrader and LTI add up to the report's totals, for each student."""
    wanted = dict(totals())
    shown = {harmless(name): total for name, total in wanted.items()}

    assert {row["id"]: Decimal(row["total"]) for row in table(only("csv"))} == shown
    assert xlsx_totals() == shown
    assert canvas_totals() == shown
    gradescope = export(COURSE, "gradescope", OPTIONS)
    assert {name.split("/")[0]: Decimal(str(json.loads(d)["score"])) for name, d in gradescope.items()} == {
        name: Decimal(str(float(total))) for name, total in wanted.items()
    }
    without_extra = {**wanted, "ada": wanted["ada"] - Decimal("0.5")}
    assert added(nbgrader_points()) == {harmless(name): total for name, total in without_extra.items()}
    assert added(lti_points()) == without_extra


def added(points: Iterator[tuple[str, Decimal]]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for name, one in points:
        sums[name] = sums.get(name, Decimal(0)) + one
    return sums


def xlsx_totals() -> dict[str, Decimal]:
    sheet = openpyxl.load_workbook(io.BytesIO(only("xlsx"))).worksheets[0]
    headings, *rows = sheet.iter_rows(values_only=True)
    return {str(row[0]): rounded(Fraction(str(row[headings.index("total")]))) for row in rows}


def canvas_totals() -> dict[str, Decimal]:
    rows = table(only("canvas"))[1:]
    numbers = (
        {"gather": row["gather"], "focal": row["focal_loss"], "x": row["Extra points"]} for row in rows
    )
    sums = [sum((Decimal(n) for n in one.values() if n not in ("", "EX")), Decimal(0)) for one in numbers]
    return {row["SIS User ID"]: total for row, total in zip(rows, sums, strict=True)}


def nbgrader_points() -> Iterator[tuple[str, Decimal]]:
    return ((row["student_id"], Decimal(row["score"])) for row in table(only("nbgrader")))


def lti_points() -> Iterator[tuple[str, Decimal]]:
    for content in export(COURSE, "lti", OPTIONS).values():
        score = json.loads(content)
        yield score["userId"], Decimal(str(score["scoreGiven"]))


def test_what_does_not_count_is_neither_zero_nor_lost() -> None:
    """Canvas: an excused exercise is EX, our fault a blank, nothing handed in a zero; CSV says the word."""
    canvas = {row["SIS User ID"]: row for row in table(only("canvas"))}
    assert canvas["cy"]["gather"] == "EX"
    assert canvas["bo"]["focal_loss"] == ""
    assert canvas["dan"]["gather"] == "0.00"
    rows = {row["id"]: row for row in table(only("csv"))}
    assert (rows["cy"]["gather"], rows["bo"]["focal_loss"]) == ("excused", "fault")


def test_canvas_finds_its_columns() -> None:
    """The first cell is Student without a byte order mark, the second row begins with Points Possible."""
    first, second, *_ = only("canvas").decode().splitlines()
    assert first.startswith("Student,ID,SIS User ID,SIS Login ID,Section,")
    assert second.startswith("    Points Possible,")
    assert table(only("canvas"))[1]["ID"] == "1001"


def test_no_cell_begins_like_a_formula() -> None:
    """A student called =HYPERLINK(1) is a text in CSV, Canvas, nbgrader and XLSX."""
    for name in ("csv", "canvas", "nbgrader"):
        for row in csv.reader(io.StringIO(only(name).decode("utf-8-sig"))):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row), row
    for sheet in openpyxl.load_workbook(io.BytesIO(only("xlsx"))):
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_moodles_worksheet_is_filled_in() -> None:
    """Known students get their share of the maximum grade, everybody else's line stays as it was."""
    filled = table(only("moodle", replace(OPTIONS, worksheet=WORKSHEET.encode())))

    total = tabulate(COURSE).students[0].total
    assert filled[0]["Grade"] == str(rounded(20 * total.score / total.max_score))
    assert "focal_loss" in filled[0]["Feedback comments"]
    assert Decimal(filled[1]["Grade"]) > 0
    assert filled[2]["Grade"] == "3.00"
    assert [row["Full name"] for row in filled] == ["Ada Lovelace", "Bo", "Somebody Else"]


@pytest.mark.parametrize("worksheet", [b"", b"a,b\n1,2\n"])
def test_what_is_no_worksheet_is_said(worksheet: bytes) -> None:
    """No worksheet, or another CSV, is the user's mistake, and the message says where to get one."""
    with pytest.raises(UsageError, match="worksheet"):
        export(COURSE, "moodle", replace(OPTIONS, worksheet=worksheet))


def test_gradescope_tests_have_the_status_of_their_points() -> None:
    """A property with full points is passed, any other failed; names tell the exercise."""
    tests = json.loads(export(COURSE, "gradescope", OPTIONS)["ada/results.json"])["tests"]
    assert {test["status"] for test in tests} == {"passed", "failed"}
    assert all((test["score"] == test["max_score"]) == (test["status"] == "passed") for test in tests)
    assert {test["tags"][0] for test in tests} == {"gather", "focal_loss"}


def test_lti_scores_are_whole() -> None:
    """Every payload has what AGS 2.0 asks for; nothing is sent for what does not count."""
    files = export(COURSE, "lti", OPTIONS)
    assert "gather/cy.json" not in files
    assert "focal_loss/bo.json" not in files
    for content in files.values():
        score = json.loads(content)
        assert score.keys() == {
            "userId", "scoreGiven", "scoreMaximum", "comment", "timestamp", "activityProgress",
            "gradingProgress",
        }  # fmt: skip
        assert score["scoreMaximum"] > 0
        assert "." in score["timestamp"]


def test_nbgrader_shows_what_lateness_cost() -> None:
    """The raw score is what was earned; the penalty is what was taken off."""
    (row,) = (r for r in table(only("nbgrader")) if (r["student_id"], r["assignment"]) == ("bo", "gather"))
    assert (row["raw_score"], row["late_submission_penalty"], row["score"]) == ("6.00", "1.00", "5.00")
