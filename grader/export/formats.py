"""The names of the formats, and what each makes of a course."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from grader.course import Course
from grader.errors import UsageError
from grader.export.platforms import (
    course_to_canvas,
    course_to_gradescope,
    course_to_lti,
    course_to_moodle,
    course_to_nbgrader,
)
from grader.export.spreadsheet import course_to_csv, course_to_xlsx
from grader.i18n import Translator
from grader.report.junit import course_to_junit


@dataclass(frozen=True, slots=True)
class Options:
    """What an export needs besides the course; ``worksheet``: the file that Moodle gave."""

    tr: Translator
    worksheet: bytes = b""


Files = Mapping[str, bytes]
Format = Callable[[Course, Options], Files]


def _moodle(course: Course, options: Options) -> Files:
    if not options.worksheet:
        raise UsageError(
            "Moodle takes back the grading worksheet that it gave; none was named.",
            "Download it (View all submissions, Download grading worksheet); pass it with --worksheet.",
        )
    return {"moodle.csv": course_to_moodle(course, options.worksheet, options.tr)}


FORMATS: Mapping[str, Format] = {
    "csv": lambda course, _: {"grades.csv": course_to_csv(course)},
    "xlsx": lambda course, options: {"grades.xlsx": course_to_xlsx(course, options.tr)},
    "canvas": lambda course, _: {"canvas.csv": course_to_canvas(course)},
    "moodle": _moodle,
    "gradescope": lambda course, options: dict(course_to_gradescope(course, options.tr)),
    "nbgrader": lambda course, _: {"nbgrader.csv": course_to_nbgrader(course)},
    "junit": lambda course, options: {"junit.xml": course_to_junit(course, options.tr)},
    "lti": lambda course, _: dict(course_to_lti(course, datetime.now(UTC))),
}


def export(course: Course, name: str, options: Options) -> Files:
    """Return the files of a format by their relative paths. Raises `UsageError` where one is missing."""
    return FORMATS[name](course, options)
