"""``grade run``: grade once and report."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.catalog import Catalog, SourceText, read_submission
from grader.cli.invocation import Invocation, lang_option, pass_invocation, terminal_columns
from grader.course import Course
from grader.errors import UsageError
from grader.i18n import Translator
from grader.model import Attempt, Bilingual, Exercise, Verdict, text
from grader.watch.bar import ProgressLine
from grader.workspace import State

if TYPE_CHECKING:
    from grader.judge import Judge

DEVICES = ("auto", "cpu", "cuda")
STUDENT = "you"


@dataclass(frozen=True, slots=True)
class Job:
    """One submission to grade; ``own`` where it is the stub in the course, so that it counts as progress."""

    exercise: Exercise
    source: SourceText
    own: bool


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files asked for besides the terminal's report; None where not asked for."""

    json: str | None = None
    html: Path | None = None
    junit: Path | None = None


@click.command("run")
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option("--file", type=click.Path(path_type=Path), help="Grade this file instead of the stub.")
@click.option("--device", type=click.Choice(DEVICES), default="auto", show_default=True)
@click.option("--json", "json_file", metavar="FILE|-", help="Write results.json (- for the standard output).")
@click.option("--html", type=click.Path(path_type=Path), help="Write a page (several exercises: a folder).")
@click.option("--junit", type=click.Path(path_type=Path), help="Write JUnit XML.")
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    slugs: tuple[str, ...],
    file: Path | None,
    device: str,
    json_file: str | None,
    html: Path | None,
    junit: Path | None,
) -> int:
    """Grade exercises once (default: the one at hand) and print the reports."""
    outputs = Outputs(json_file, html, junit)
    return grade_once(invocation, choose_jobs(invocation, slugs, file), device, outputs)


def grade_once(invocation: Invocation, jobs: list[Job], device: str, outputs: Outputs) -> int:
    """Grade ``jobs`` with one judge, report, write ``outputs``; return the exit code."""
    attempts: list[Attempt] = []
    with ExitStack() as stack:
        judge = open_judge(invocation.catalog, device, stack)
        for job in jobs:
            attempts.append(_grade(invocation, judge, job))
            if outputs.json != "-":
                invocation.say(invocation.report(attempts[-1]))
    _write(outputs, Course(invocation.catalog.root.name, tuple(attempts)), invocation.tr)
    return exit_code(attempts)


def open_judge(catalog: Catalog, device: str, stack: ExitStack) -> Judge:
    """Start a judge that ``stack`` ends. Imports what needs torch, hence only when something is graded.

    The zygote starts first: it imports torch in its own process while this one does.
    """
    from grader.client.zygote import Zygote

    zygote = stack.enter_context(Zygote())
    from grader.judge import Judge

    return stack.enter_context(Judge(catalog, device=device, zygote=zygote))


def exit_code(attempts: list[Attempt]) -> int:
    """Return 3 where a fault of ours ended an attempt, else 0 where all are accepted (or held), else 1."""
    verdicts = {attempt.verdict for attempt in attempts}
    if Verdict.GRADER_FAULT in verdicts:
        return 3
    return 0 if all(attempt.done for attempt in attempts) else 1


def choose_jobs(invocation: Invocation, slugs: tuple[str, ...], file: Path | None) -> list[Job]:
    """Read every submission asked for, before anything starts; the first bad one is the error."""
    catalog = invocation.catalog
    if file is not None:
        exercise = catalog.load(_slug_of(slugs, file))
        own = file.resolve() == catalog.stub_path(exercise.slug).resolve()
        return [Job(exercise, read_submission(file, exercise.limits), own)]
    chosen = tuple(dict.fromkeys(slugs)) or (invocation.state().at_hand(catalog.slugs()),)
    exercises = [catalog.load(slug) for slug in chosen]
    return [Job(exercise, _own_source(catalog, exercise), own=True) for exercise in exercises]


def _slug_of(slugs: tuple[str, ...], file: Path) -> str:
    if len(slugs) > 1:
        raise UsageError(f"--file is one submission, but {len(slugs)} exercises were named.", "Name one.")
    return slugs[0] if slugs else file.stem


def _own_source(catalog: Catalog, exercise: Exercise) -> SourceText:
    return read_submission(catalog.stub_path(exercise.slug), exercise.limits)


def _grade(invocation: Invocation, judge: Judge, job: Job) -> Attempt:
    slug = job.exercise.slug
    show = _progress(invocation, slug)
    attempt = judge.grade(job.exercise, job.source, student=STUDENT, progress=show)
    if isinstance(show, ProgressLine):
        show.erase()
    if job.own:
        invocation.workspace.update(lambda state: _remember(state, slug, attempt), invocation.warn)
    return attempt


def _progress(invocation: Invocation, slug: str) -> Callable[[int, int, Bilingual], None]:
    if not sys.stderr.isatty():
        return _be_silent
    invocation.warn(text("Grading {slug} … please wait", slug=slug))
    return ProgressLine(_write_terminal, invocation.tr, terminal_columns())


def _be_silent(done: int, total: int, title: Bilingual) -> None:
    """Leave a log without progress lines."""


def _write_terminal(line: str) -> None:
    click.echo(line, nl=False, err=True)


def _remember(state: State, slug: str, attempt: Attempt) -> State:
    return state.with_progress(slug, state.of(slug).after(attempt)).with_current(slug)


def _write(outputs: Outputs, course: Course, tr: Translator) -> None:
    try:
        _write_json(outputs.json, course)
        _write_html(outputs.html, course, tr.language)
        _write_junit(outputs.junit, course, tr)
    except OSError as error:
        where = error.filename or "the output"
        raise UsageError(f"{where} cannot be written: {error.strerror}.", "Check the path.") from error


def _write_json(target: str | None, course: Course) -> None:
    if target is None:
        return
    from grader.report.as_json import course_to_json

    data = course_to_json(course)
    if target == "-":
        click.echo(data.decode().rstrip("\n"))
    else:
        Path(target).write_bytes(data)


def _write_html(target: Path | None, course: Course, language: str) -> None:
    if target is None:
        return
    from grader.report.html import write_attempt, write_course

    if len(course.attempts) == 1:
        write_attempt(course.attempts[0], target, language)
    else:
        write_course(course, target, language)


def _write_junit(target: Path | None, course: Course, tr: Translator) -> None:
    if target is None:
        return
    from grader.report.junit import course_to_junit

    target.write_bytes(course_to_junit(course, tr))
