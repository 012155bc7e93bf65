"""Attempts and courses as web pages that stand alone: no network, light and dark, print.

Only a course's index has a script of ours, for sorting and filtering; it is whole without it.

Every string that reaches a page goes through two gates that no template can forget: `visible` (set as
Jinja's ``finalize``) and autoescaping.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from grader.course import Course
from grader.i18n import LANGUAGES, Translator, normalise, translator
from grader.model import Attempt, Outcome, Verdict, format_score
from grader.report.pagenames import page_names
from grader.report.table import CourseTable, Standing, misconceptions, shares, tabulate
from grader.report.view import first_fallen
from grader.report.visible import split_at, visible
from grader.report.words import (
    DEVICE_STATES,
    LEVELS,
    NO_SUBMISSION,
    OUTCOMES,
    STANDINGS,
    VERDICTS,
    score_line,
)

# Above so many cells (students x exercises) a report is too large as it is. Then a cell's link is left to the
# script, a student's page tells only of what fell, and every page but the index is packed: its text,
# compressed, and a script.
LARGE = 5000
SUFFIXES = {"en": ".html", "zh": ".zh.html"}


def write_course(course: Course, out_dir: Path, language: str) -> Path:
    """Write a course's pages in both languages under ``out_dir``; return the index in ``language``.

    English pages end in ``.html`` and Chinese ones in ``.zh.html``: ``index``, ``students/<name>`` and
    ``exercises/<slug>``, each linked to its twin.
    """
    for tr in map(translator, LANGUAGES):
        for path, page in course_pages(course, tr):
            write_page(out_dir / path, page)
    return index_path(out_dir, language)


def index_path(out_dir: Path, language: str) -> Path:
    """Return where a course's index is in a language."""
    return out_dir / f"index{SUFFIXES[normalise(language)]}"


def write_attempt(attempt: Attempt, path: Path, language: str) -> Path:
    """Write one attempt as a single page in one language; return ``path``."""
    return write_page(path, attempt_page(attempt, translator(language)))


def attempt_page(attempt: Attempt, tr: Translator) -> str:
    """Render one attempt as a page of its own."""
    return render("attempt.html", tr, attempt=attempt)


def course_pages(course: Course, tr: Translator) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield each page of a course in one language with its path below the report's folder."""
    table, suffix = tabulate(course), SUFFIXES[tr.language]
    common = {
        "table": table,
        "suffix": suffix,
        "student_pages": page_names(student.name for student in table.students),
        "exercise_pages": page_names(exercise.slug for exercise in table.exercises),
    }
    yield PurePosixPath(f"index{suffix}"), _course_page(table, tr, common)
    yield from _student_pages(table, tr, common)
    yield from _exercise_pages(table, tr, common)


def _course_page(table: CourseTable, tr: Translator, common: dict[str, Any]) -> str:
    verdicts = {verdict: sum(exercise.count(verdict) for exercise in table.exercises) for verdict in Verdict}
    context = common | {"page": "index", "root": "", "verdicts": verdicts, "linked": not _is_large(table)}
    return render("course.html", tr, script="course.js", **context)


def _student_pages(
    table: CourseTable, tr: Translator, common: dict[str, Any]
) -> Iterator[tuple[PurePosixPath, str]]:
    in_short = _is_large(table)
    for student in table.students:
        page = common["student_pages"][student.name]
        text = render("student.html", tr, page=page, root="../", student=student, in_short=in_short, **common)
        yield PurePosixPath("students", page + common["suffix"]), _packed(text, tr) if in_short else text


def _is_large(table: CourseTable) -> bool:
    return len(table.students) * len(table.exercises) > LARGE


def _packed(page: str, tr: Translator) -> str:
    """Return a page that holds another one compressed and puts it in its own place when it is opened."""
    title = unescape(page.partition("<title>")[2].partition("</title>")[0])
    packed = base64.b64encode(gzip.compress(page.encode(), mtime=0)).decode()
    return render("packed.html", tr, script="unpack.js", title=title, packed=Markup(packed))


def _exercise_pages(
    table: CourseTable, tr: Translator, common: dict[str, Any]
) -> Iterator[tuple[PurePosixPath, str]]:
    for exercise in table.exercises:
        page = common["exercise_pages"][exercise.slug]
        text = render(
            "exercise.html", tr, page=page, root="../", exercise=exercise,
            shares=shares(exercise.attempts), misconceptions=misconceptions(exercise.attempts), **common,
        )  # fmt: skip
        text = _packed(text, tr) if _is_large(table) else text
        yield PurePosixPath("exercises", page + common["suffix"]), text


def render(template: str, tr: Translator, **context: Any) -> str:
    """Fill a template of this package; every string in it is made visible and escaped.

    ``script`` in the context names a script of this package, to run in the page.
    """
    environment = _environment()
    style = _own_text("style.css")
    script = context.pop("script", "")
    code = _own_text(script) if script else ""
    page = environment.get_template(template).render(
        tr=tr, shortened=_Shortener(tr), style=Markup(style), style_digest=_digest(style),
        script=Markup(code), script_digest=_digest(code), **context,
    )  # fmt: skip
    return page.rstrip("\n") + "\n"


def _own_text(name: str) -> str:
    environment = _environment()
    return environment.loader.get_source(environment, name)[0]  # type: ignore[union-attr]


def _digest(text: str) -> str:
    """Return what a page's policy calls a style sheet or a script of its own: base64 of its SHA-256."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("grader.report", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=_made_visible,
    )  # fmt: skip
    environment.globals.update(
        VERDICTS=VERDICTS, OUTCOMES=OUTCOMES, DEVICE_STATES=DEVICE_STATES, LEVELS=LEVELS,
        NO_SUBMISSION=NO_SUBMISSION, STANDINGS=STANDINGS, Standing=Standing,
        Verdict=Verdict, Outcome=Outcome, format_score=format_score, first_fallen=first_fallen,
        score_line=score_line,
    )  # fmt: skip
    return environment


def _made_visible(value: object) -> object:
    # Markup is what our own macros return; everything else may be a stranger's.
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


class _Shortener:
    """Cuts long text and says how much is left out."""

    def __init__(self, tr: Translator) -> None:
        self._tr = tr

    def __call__(self, text: str, limit: int) -> str:
        head, left_out = split_at(text, limit)
        return head + self._tr(" … {count} more characters", count=left_out) if left_out else head


def write_page(path: Path, page: str) -> Path:
    """Write a page and the folders above it; return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page.encode("utf-8"))
    return path
