"""How large the report of a large class is, and how long it takes to open: ``python bench/large_report.py``.

Real attempts: the reference and some chaffs of every exercise are graded once, and each student of the class
is given one attempt of each exercise at random (seeded): accepted with 0.7, a chaff's with 0.22, else none.
The pages are those that ``grade batch`` writes, in both languages. Opening is timed in headless Chromium,
beside an empty page in the same run, where it is installed. Writes ``bench/large_report.md``.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from grader.catalog import Catalog, SourceText
from grader.course import Course
from grader.judge import Judge
from grader.model import Attempt
from grader.report import as_json
from grader.report.html import write_course

ROOT = Path(__file__).resolve().parents[1]
ALLOWED_SECONDS, ALLOWED_MB = 3.0, 30.0
ACCEPTED, HANDED_IN = 0.7, 0.92
CHAFFS = 4
OPENINGS = 5


def graded(catalog: Catalog) -> Iterator[Attempt]:
    """Grade the reference and the first chaffs of every exercise."""
    with Judge(catalog) as judge:
        for exercise in catalog.exercises():
            folder = catalog.solution_folder(exercise.slug)
            for path in [folder / "reference.py", *sorted((folder / "chaffs").glob("*.py"))[:CHAFFS]]:
                source = SourceText(f"{exercise.slug}.py", path.read_text(), path.stem.encode().hex())
                yield judge.grade(exercise, source, student=path.stem)
            print(exercise.slug, flush=True)


def attempts_of(catalog: Catalog, kept: Path) -> tuple[Attempt, ...]:
    """Return the attempts kept in a file; grade and keep them first where there is none."""
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(as_json.course_to_json(Course("attempts", tuple(graded(catalog)))))
    return as_json.course_from_json(kept.read_bytes()).attempts


def drawn(attempts: tuple[Attempt, ...], students: int) -> Iterator[Attempt]:
    """Yield a class: for each student and exercise an attempt, or none."""
    draw = random.Random(0)
    slugs = sorted({attempt.exercise for attempt in attempts})
    right = {a.exercise: a for a in attempts if a.student == "reference"}
    wrong = {slug: [a for a in attempts if a.exercise == slug and a.student != "reference"] for slug in slugs}
    for number in range(students):
        for slug in slugs:
            chance = draw.random()
            if chance < HANDED_IN:
                found = right[slug] if chance < ACCEPTED else draw.choice(wrong[slug])
                digest = f"{draw.getrandbits(256):064x}"
                yield replace(
                    found,
                    student=f"student {number:04}",
                    submission=replace(found.submission, sha256=digest),
                )


def seconds_to_open(chromium: str, page: str) -> float:
    """Return the median wall seconds of a browser that opens a page, runs its script and writes its text."""
    times = []
    for _ in range(OPENINGS):
        with tempfile.TemporaryDirectory() as profile:
            options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}")
            started = time.perf_counter()
            subprocess.run([chromium, *options, "--dump-dom", page], check=True, capture_output=True)
            times.append(time.perf_counter() - started)
    return median(times)


def page(out: Path, students: int, exercises: int, writing: float) -> str:
    """Return the result as Markdown."""
    sizes = [path.stat().st_size for path in out.rglob("*.html")]
    lines = [
        "# The report of a large class",
        "",
        f"Written by `bench/large_report.py`: {students} students x {exercises} exercises, both languages:",
        f"{len(sizes)} pages of **{sum(sizes) / 1e6:.1f} MB** together ({ALLOWED_MB:.0f} MB allowed),",
        f"written in {writing:.0f} s.",
    ]
    if chromium := shutil.which("chromium"):
        empty = seconds_to_open(chromium, "about:blank")
        lines += [
            "",
            f"Opening in headless Chromium, its own start of {empty:.2f} s included "
            f"({ALLOWED_SECONDS:.0f} s allowed):",
            "",
            "| page | size | seconds |",
            "|---|---|---|",
        ]
        for path in (out / "index.html", *sorted((out / "students").iterdir())[:1]):
            seconds = seconds_to_open(chromium, path.as_uri())
            lines.append(
                f"| {path.parent.name} {path.name} | {path.stat().st_size / 1e3:.0f} kB | {seconds:.2f} |"
            )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Grade or read, draw, write, measure."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--students", type=int, default=500)
    arguments.add_argument("--attempts", type=Path, default=ROOT / "build" / "attempts.json")
    arguments.add_argument("--out", type=Path, default=ROOT / "build" / "large-report")
    given = arguments.parse_args()
    course = Course("A large class", tuple(drawn(attempts_of(Catalog(ROOT), given.attempts), given.students)))
    started = time.perf_counter()
    write_course(course, given.out, "en")
    writing = time.perf_counter() - started
    exercises = len({attempt.exercise for attempt in course.attempts})
    found = page(given.out, given.students, exercises, writing)
    print(found)
    (ROOT / "bench" / "large_report.md").write_text(found)


if __name__ == "__main__":
    main()
