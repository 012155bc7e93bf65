"""Any runner: reports on the standard output, files beside, the exit code says whether it is enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from grader.ci.graded import Emission, Graded, score_words
from grader.ci.services import Surroundings
from grader.i18n import LANGUAGES, translator
from grader.model import Attempt, format_score
from grader.report.as_json import course_to_json
from grader.report.html import course_pages
from grader.report.junit import course_to_junit
from grader.report.terminal import render_attempt
from grader.report.visible import visible
from grader.report.words import VERDICTS

COLUMNS = 100
SUMMARY_BYTES = 1_000_000  # GitHub drops a summary of more than 1024 KiB whole


def emit(graded: Graded, where: Surroundings) -> Emission:
    """Print the reports and write them beside."""
    return Emission(files(graded, where.out), {}, printed(graded), graded.exit_code)


def printed(graded: Graded) -> str:
    """Return the reports as the terminal shows them, the total last."""
    reports = [report(attempt, graded) for attempt in graded.attempts]
    odd = [f"{visible(one.path)}: {visible(graded.tr(one.text))}\n" for one in graded.course.oddities]
    return "\n".join([*reports, *odd, score_words(graded) + "\n"])


def report(attempt: Attempt, graded: Graded) -> str:
    """Return one attempt's report as text; every character that would act is made visible in it."""
    return render_attempt(attempt, graded.tr, COLUMNS)


def files(graded: Graded, out: Path) -> Mapping[Path, bytes]:
    """Return what is kept as artifacts: results.json, JUnit XML, a summary, HTML pages in both languages."""
    pages = {
        out / path: page.encode()
        for language in LANGUAGES
        for path, page in course_pages(graded.course, translator(language))
    }
    return {
        out / "results.json": course_to_json(graded.course),
        out / "junit.xml": junit(graded),
        out / "summary.md": summary(graded).encode(),
        **pages,
    }


def junit(graded: Graded) -> bytes:
    """Return JUnit XML whose cases are named by what the properties say: services show only the names."""
    attempts = (_named_by_title(attempt, graded) for attempt in graded.attempts)
    return course_to_junit(replace(graded.course, attempts=tuple(attempts)), graded.tr)


def _named_by_title(attempt: Attempt, graded: Graded) -> Attempt:
    results = (replace(one, name=graded.tr.bilingual(one.title)) for one in attempt.results)
    return replace(attempt, results=tuple(results))


def summary(graded: Graded) -> str:
    """Return the results as Markdown, shortened visibly to what GitHub takes."""
    tr = graded.tr
    rows = [_row(attempt, graded) for attempt in graded.attempts]
    head = [f"# {score_words(graded)}", "", f"| {tr('exercise')} | | {tr('score')} |", "|---|---|---|", *rows]
    left, blocks = SUMMARY_BYTES - len("\n".join(head).encode()), list[str]()
    for attempt in graded.attempts:
        block = _block(attempt, graded)
        left -= len(block.encode()) + 2
        if left < 0:
            blocks.append(tr("The rest is too long to be shown here; it is in the report."))
            break
        blocks.append(block)
    return "\n".join([*head, "", "\n\n".join(blocks), ""])


def _row(attempt: Attempt, graded: Graded) -> str:
    word = VERDICTS[attempt.verdict]
    score = f"{format_score(attempt.score)} / {format_score(attempt.max_score)}"
    title = graded.tr.bilingual(attempt.exercise_title).replace("|", "\\|")
    return f"| {title} | {word.sign} {graded.tr(word.word)} | {score} |"


def _block(attempt: Attempt, graded: Graded) -> str:
    """Return a report in a fence that nothing in it can close."""
    text = report(attempt, graded).rstrip("\n")
    longest = max((len(run) for run in _runs_of_backticks(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"## {graded.tr.bilingual(attempt.exercise_title)}\n\n{fence}text\n{text}\n{fence}"


def _runs_of_backticks(text: str) -> list[str]:
    return "".join(one if one == "`" else " " for one in text).split()
