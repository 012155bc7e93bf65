"""Write the sample report (reports/sample) and the pictures of the documentation (docs/pictures).

``python3 do.py pictures`` runs this. The report is the same each time: names and times in it are fixed. The
pictures need Chromium, and look like the fonts of the machine that made them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from grader.batch import Batch, run_batch
from grader.catalog import Catalog
from grader.course import Course
from grader.i18n import translator
from grader.model import Attempt
from grader.report.as_json import course_to_json
from grader.report.html import write_course
from grader.report.terminal import render_attempt

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "reports" / "sample"
PICTURES = ROOT / "docs" / "pictures"
EXERCISES = ("broadcasting_add", "conv_output_size", "gather")
STUDENTS = ("ada", "bo_wen", "carla", "esi", "hugo", "王小明")
COURSE = "Tensors, spring 2026"
GRADED_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SHOWN = ("esi", "gather")
# By this seed the second question comes first; the answer to it is wrong, the other is right.
QUESTIONS = ("conv.output_size", "conv.groups_divide")
QUIZ_SEED = "3"
ANSWERS = "4\n12\n"
COLUMNS = 80
WIDTH = 960
MOST_BYTES = 150_000
# What rich would have a browser fetch.
FONT_FACE = re.compile(r"@font-face \{\{.*?\n    \}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a page: which, how high in pixels, and whether in the dark."""

    name: str
    page: Path
    height: int
    dark: bool = False


def main() -> None:
    """Write the report, then the pictures."""
    PICTURES.mkdir(exist_ok=True)
    course = graded()
    shutil.rmtree(SAMPLE, ignore_errors=True)
    write_course(course, SAMPLE, "en")
    (SAMPLE / "results.json").write_bytes(course_to_json(course))
    (PICTURES / "terminal.svg").write_text(terminal(the_one(course, *SHOWN)), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for shot in shots(quiz(Path(folder))):
            take(shot, PICTURES / f"{shot.name}.png")


def graded() -> Course:
    """Grade a part of the sample class."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for slug in EXERCISES:
            shutil.copytree(ROOT / "exercises" / slug, root / "exercises" / slug)
            shutil.copytree(ROOT / "solutions" / slug, root / "solutions" / slug)
            for student in STUDENTS:
                hand_in(student, slug, root / "class")
        course = run_batch(Catalog(root), root / "class", root / "out", Batch(jobs=2), lambda *_: None)
    attempts = tuple(replace(attempt, graded_at=GRADED_AT) for attempt in course.attempts)
    return replace(course, name=COURSE, attempts=attempts)


def hand_in(student: str, slug: str, to: Path) -> None:
    """Copy what a student of the sample class wrote for an exercise, if there is anything."""
    for path in (ROOT / "tests" / "sample_class" / student).rglob(f"{slug}.py"):
        (to / student).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, to / student)


def the_one(course: Course, student: str, slug: str) -> Attempt:
    """Return a student's attempt at an exercise."""
    return next(one for one in course.attempts if (one.student, one.exercise) == (student, slug))


def terminal(attempt: Attempt) -> str:
    """Draw a report as a terminal shows it; nothing in the drawing is fetched from anywhere."""
    report = render_attempt(attempt, translator("en"), COLUMNS, color=True)
    console = Console(record=True, width=COLUMNS, file=StringIO(), highlight=False)
    console.print(Text.from_ansi(report.rstrip()))
    frame = FONT_FACE.sub("", CONSOLE_SVG_FORMAT)
    title = f"grade run {attempt.exercise}"
    return console.export_svg(title=title, code_format=frame, unique_id="terminal")


def quiz(folder: Path) -> Path:
    """Answer a few questions on a course's quiz; return the page of the result."""
    for name in QUESTIONS:
        source = Path("quizzes", *name.split(".")).with_suffix(".toml")
        (folder / source).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / source, folder / source)
    shutil.copytree(ROOT / "exercises" / EXERCISES[0], folder / "exercises" / EXERCISES[0])
    page = folder / "quiz.html"
    command = ["-m", "grader.cli", "quiz", *QUESTIONS, "--seed", QUIZ_SEED, "--html", str(page)]
    subprocess.run(
        [sys.executable, *command, "--lang", "en"],
        cwd=folder,
        input=ANSWERS,
        text=True,
        stdout=subprocess.DEVNULL,
        check=False,  # a wrong answer is no failure here; the page is
    )
    return page


def shots(quiz_page: Path) -> list[Shot]:
    """Return the pictures to take."""
    return [
        Shot("report", SAMPLE / "index.html", 800),
        Shot("report-dark", SAMPLE / "index.html", 800, dark=True),
        Shot("student", SAMPLE / "students" / "esi.html", 1250),
        Shot("quiz", quiz_page, 1000),
    ]


def take(shot: Shot, to: Path) -> None:
    """Take a picture of a page with a browser that has no window."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or sys.exit("Chromium is needed.")
    scheme = "0" if shot.dark else "1"
    options = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-prefers-reduced-motion",
    )
    subprocess.run(
        [
            chromium, *options, f"--blink-settings=preferredColorScheme={scheme}",
            f"--window-size={WIDTH},{shot.height}", f"--screenshot={to}", shot.page.resolve().as_uri(),
        ],
        check=True, capture_output=True, env=os.environ | {"LANG": "C.UTF-8"},
    )  # fmt: skip
    if to.stat().st_size > MOST_BYTES:
        sys.exit(f"{to} has {to.stat().st_size} bytes; at most {MOST_BYTES} are wanted: make it smaller.")


if __name__ == "__main__":
    main()
