"""``grade similar``: submissions that are suspiciously alike, for a human to look at."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.course import Layout
from grader.errors import UsageError
from grader.model import text


@click.command("similar")
@click.argument("source", metavar="SUBMISSIONS|GRADEBOOK")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the page.")
@click.option(
    "--threshold",
    type=click.IntRange(1, 100),
    default=75,
    show_default=True,
    help="Percent of one submission that the other has.",
)
@click.option(
    "--minimum",
    type=click.IntRange(min=10),
    default=40,
    show_default=True,
    help="Tokens that both share; short exercises leave no other choice.",
)
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    default=Layout.AUTO.value,
    show_default=True,
    help="How files say whose they are.",
)
@lang_option
@pass_invocation
def command(invocation: Invocation, source: str, out: Path, threshold: int, minimum: int, layout: str) -> int:
    """Show pairs of submissions that are alike, side by side: a hint for a human, never a verdict.

    Takes what `grade batch` takes, or its gradebook. Renaming, comments and layout hide nothing; what
    students were given does not count. No submission is executed.
    """
    from grader.intake import Options
    from grader.similarity import Rule, boilerplate, entries_of, find_matches, write_pages

    rule = Rule(threshold, minimum)
    entries = entries_of(invocation.catalog, source, Options(Layout(layout)))
    matches = find_matches(entries, boilerplate(invocation.catalog), rule)
    try:
        page = write_pages(matches, len(entries), rule, out, invocation.language)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.", "Choose another --out.") from error
    invocation.say(
        text("Submissions compared: {compared}. Pairs: {count}.", compared=len(entries), count=len(matches))
    )
    invocation.say(text("This is a hint for a human reader, not a verdict."))
    invocation.say(text("Report: {path}", path=page))
    return 0
