"""``grade regrade``: grade again what counts, after an exercise has changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.gradebooks import existing_gradebook
from grader.cli.invocation import INTERRUPTED, Invocation, lang_option, pass_invocation
from grader.cli.progress import Bar, say_how_to_resume
from grader.cli.run import DEVICES
from grader.model import text

if TYPE_CHECKING:
    from grader.batch.regrade import Regrading
    from grader.gradebook import Gradebook


@click.command("regrade")
@click.argument("gradebook", metavar="GRADEBOOK")
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option(
    "--apply", "applied", is_flag=True, help="Make it count; without this: only say what would change."
)
@click.option("--undo", "undone", is_flag=True, help="Take the last regrade back; grades nothing.")
@click.option(
    "--never-lower/--may-lower", default=True, show_default=True, help="Whether somebody may lose points."
)
@click.option("--note", default="", help="Why; kept in the gradebook.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the report anew into this folder.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="At the same time.")
@click.option("--device", type=click.Choice(DEVICES), default="auto", show_default=True)
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    gradebook: str,
    slugs: tuple[str, ...],
    applied: bool,
    undone: bool,
    never_lower: bool,
    note: str,
    out: Path | None,
    jobs: int,
    device: str,
) -> int:
    """Grade what counts in GRADEBOOK (a file or URL) by the exercises as they are today; say who changes.

    What was handed in is in the gradebook: no other file is needed. Nothing counts until --apply, and
    --undo takes it back.
    """
    from grader.batch.regrade import Regrading

    invocation.catalog.require_hidden()
    for slug in slugs:
        invocation.catalog.load(slug)
    regrading = Regrading(slugs, not never_lower, jobs, device)
    with existing_gradebook(gradebook) as book:
        if undone:
            _undo(invocation, book)
        elif not _regrade(invocation, book, regrading, note, applied):
            return INTERRUPTED
        if out and (applied or undone):
            _publish(invocation, book, out)
    return 0


def _regrade(invocation: Invocation, book: Gradebook, regrading: Regrading, note: str, applied: bool) -> bool:
    """Grade, show what changes, carry it out where asked; False where somebody stopped it."""
    from grader.batch.regrade import carry_out, changed
    from grader.report.changes import render_changes

    show = Bar(invocation)
    try:
        with show:
            changes = changed(invocation.catalog, book, regrading, show.attempt)
    except KeyboardInterrupt:
        say_how_to_resume(invocation)
        return False
    invocation.say(render_changes([one.change for one in changes], invocation.tr))
    if applied and changes:
        run = carry_out(book, changes, note)
        invocation.say(text("It counts now (run {run}). --undo takes it back.", run=run))
    elif changes:
        invocation.say(text("Nothing has changed yet: the same command with --apply makes it count."))
    return True


def _undo(invocation: Invocation, book: Gradebook) -> None:
    from grader.batch.regrade import undo

    marks = undo(book)
    if marks:
        invocation.say(text("Taken back: {count} attempts count again as before.", count=len(marks)))
    else:
        invocation.say(text("There is no regrade to take back."))


def _publish(invocation: Invocation, book: Gradebook, out: Path) -> None:
    from grader.batch.run import make_folder, publish
    from grader.report.html import index_path

    make_folder(out)
    publish(book.course(invocation.catalog.root.name, invocation.catalog.slugs()), out, invocation.language)
    invocation.say(text("Report: {path}", path=index_path(out, invocation.language)))
