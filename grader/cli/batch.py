"""``grade batch``: a whole class."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation, terminal_columns
from grader.cli.run import DEVICES
from grader.errors import UsageError
from grader.model import Attempt, Bilingual, text
from grader.watch.bar import ProgressLine


@click.command("batch")
@click.argument("submissions", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the results.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="At the same time.")
@click.option("--device", type=click.Choice(DEVICES), default="auto", show_default=True)
@click.option(
    "--trust-this-code",
    "--no-sandbox",
    "trusted",
    is_flag=True,
    help="Grade even where no sandbox of level L2 can be had.",
)
@click.option(
    "--overrule",
    "overrules",
    metavar="STUDENT/SLUG=REASON",
    multiple=True,
    help="Let this submission use forbidden operations; the reason is in its report.",
)
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    submissions: Path,
    out: Path,
    jobs: int,
    device: str,
    trusted: bool,
    overrules: tuple[str, ...],
) -> int:
    """Grade every student's submissions: SUBMISSIONS/STUDENT/…/SLUG.py."""
    from grader.batch import run_batch
    from grader.report.html import index_path
    from grader.report.terminal import render_course

    course = run_batch(
        invocation.catalog,
        submissions,
        out,
        jobs=jobs,
        device=device,
        trusted=trusted,
        overruled=dict(map(_overrule, overrules)),
        language=invocation.language,
        progress=_progress(invocation),
    )
    invocation.say(render_course(course, invocation.tr))
    invocation.say(text("Report: {path}", path=index_path(out, invocation.language)))
    return 0


def _overrule(line: str) -> tuple[tuple[str, str], str]:
    """Read ``STUDENT/SLUG=REASON``; raise `UsageError` for anything else."""
    where, _, reason = line.partition("=")
    student, _, slug = where.rpartition("/")
    if not (student and slug and reason.strip()):
        raise UsageError(
            f"--overrule {line!r} is not STUDENT/SLUG=REASON.", "E.g. ada/gather='agreed in class'."
        )
    return (student, slug), reason.strip()


def _progress(invocation: Invocation) -> Callable[[int, int, Attempt], None]:
    """Return what shows a batch's progress: a line on a terminal, silence in a log."""
    columns = terminal_columns()
    line = ProgressLine(lambda shown: click.echo(shown, nl=False, err=True), invocation.tr, columns)

    def show(done: int, total: int, attempt: Attempt) -> None:
        who = f"{attempt.student} {attempt.exercise}"
        line(done, total, Bilingual(who, who))
        if done == total:
            line.erase()

    return show if sys.stderr.isatty() else lambda done, total, attempt: None
