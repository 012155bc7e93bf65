"""``grade quiz-analysis``: what the answers of a class say about the questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.cli.quizgather import bank_of, say_oddities, settle
from grader.errors import UsageError
from grader.model import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.analysis.items import Analysis
    from grader.course import Oddity


@click.command("quiz-analysis")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--only", "names", multiple=True, metavar="NAME", help="A module, topic or question; repeatable."
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="Write a page in both languages and CSV files here."
)
@lang_option
@pass_invocation
def command(
    invocation: Invocation, sources: tuple[str, ...], names: tuple[str, ...], out: Path | None
) -> int:
    """Say how hard each question is, whether it tells who knows, and which misconceptions were met.

    SOURCE is a gradebook (a file or a URL), a file of `grade quiz --hand-in`, or a folder of these, one
    folder for each student. Each student's first answer to a question counts.
    """
    from grader.analysis.study import analyse
    from grader.gradebook.gathering import gather
    from grader.quiz.selection import wanted
    from grader.report.analyses import render_analysis

    gathered = gather(sources)
    settle(gathered, wanted(bank_of(invocation), names))
    if not gathered.answers:
        say_oddities(invocation, gathered)
        raise UsageError(
            "There are no answers to these questions.", "grade quiz --hand-in FILE makes a file of them."
        )
    found = analyse(gathered.answers, gathered.variants)
    invocation.say(render_analysis(found, invocation.tr))
    say_oddities(invocation, gathered)
    if out:
        _write(invocation, found, gathered.oddities, out)
    return 0


def _write(invocation: Invocation, found: Analysis, oddities: Sequence[Oddity], out: Path) -> None:
    from grader.export.analyses import analysis_to_csv
    from grader.i18n import LANGUAGES, translator
    from grader.report.analyses import analysis_page, page_name

    pages = {page_name(tr): analysis_page(found, tr, oddities).encode() for tr in map(translator, LANGUAGES)}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in {**pages, **analysis_to_csv(found)}.items():
            (out / name).write_bytes(content)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.", "Choose another --out.") from error
    invocation.say(text("Page: {path}", path=out / page_name(invocation.tr)))
