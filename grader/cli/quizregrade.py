"""``grade quiz-regrade``: mark stored quiz answers again, after a question has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from grader.cli.counting import Counting
from grader.cli.gradebooks import existing_gradebook
from grader.cli.invocation import INTERRUPTED, Invocation, lang_option, pass_invocation
from grader.cli.quizgather import bank_of
from grader.cli.workshop import Workshop
from grader.errors import UsageError
from grader.model import text

if TYPE_CHECKING:
    from grader.gradebook import Gradebook
    from grader.gradebook.revising import Plan


@click.command("quiz-regrade")
@click.argument("gradebook", metavar="GRADEBOOK")
@click.argument("names", metavar="[MODULE|TOPIC|QUESTION]...", nargs=-1)
@click.option(
    "--full-points", "full", multiple=True, metavar="QUESTION", help="All points to all who answered."
)
@click.option("--drop", "dropped", multiple=True, metavar="QUESTION", help="It does not count.")
@click.option("--accept", "accepted", multiple=True, metavar="QUESTION=ANSWER", help="Right as well.")
@click.option(
    "--apply", "applied", is_flag=True, help="Make it count; without this: only say what would change."
)
@click.option("--undo", "undone", is_flag=True, help="Take the last one back; marks nothing.")
@click.option(
    "--never-lower/--may-lower", default=True, show_default=True, help="Whether somebody may lose points."
)
@click.option("--note", default="", help="Why; kept in the gradebook.")
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    gradebook: str,
    names: tuple[str, ...],
    full: tuple[str, ...],
    dropped: tuple[str, ...],
    accepted: tuple[str, ...],
    applied: bool,
    undone: bool,
    never_lower: bool,
    note: str,
) -> int:
    """Mark the quiz answers in GRADEBOOK (a file or URL) by the questions as they are today; say who changes.

    Raw answers and the questions as they were shown are in the gradebook. Nothing counts until --apply, and
    --undo takes it back. Without names: every question that has changed since.
    """
    with existing_gradebook(gradebook) as book:
        if undone:
            _undo(invocation, book)
            return 0
        plan = _plan(invocation, names, full, dropped, accepted, not never_lower)
        return 0 if _regrade(invocation, book, plan, note, applied) else INTERRUPTED


def _plan(
    invocation: Invocation,
    names: Sequence[str],
    full: Sequence[str],
    dropped: Sequence[str],
    accepted: Sequence[str],
    may_lower: bool,
) -> Plan:
    """Return what is asked for; raises `UsageError` for a name that means nothing."""
    from grader.gradebook.revising import Plan
    from grader.quiz.selection import wanted

    bank = bank_of(invocation)
    pairs = [_pair(one) for one in accepted]
    for name in (*full, *dropped, *(name for name, _ in pairs)):
        if name not in {question.id for question in bank}:
            raise UsageError(f"There is no question {name!r} in this bank.", "Names are written TOPIC.NAME.")
    questions = {question.id for question in wanted(bank, names)} if names else frozenset[str]()
    return Plan(questions, frozenset(full), frozenset(dropped), pairs, may_lower)


def _pair(written: str) -> tuple[str, str]:
    name, equals, answer = written.partition("=")
    if not (equals and answer.strip()):
        raise UsageError(f"{written!r} names no answer.", "E.g. --accept 'conv.output_size=28'.")
    return name.strip(), answer.strip()


def _regrade(invocation: Invocation, book: Gradebook, plan: Plan, note: str, applied: bool) -> bool:
    """Mark, show what changes, carry it out where asked; False where somebody stopped it."""
    from grader.gradebook.revising import carry_out, revised
    from grader.report.revisions import render_revisions

    bank = {question.id: question for question in bank_of(invocation)}
    try:
        with Counting() as line, Workshop() as workshop:
            changes, stays = revised(book, bank, workshop.build, plan, line.at)
    except KeyboardInterrupt:
        invocation.warn(text("Stopped. Nothing has changed."))
        return False
    invocation.say(render_revisions(changes, stays, invocation.tr))
    if applied and changes:
        run = carry_out(book, changes, note)
        invocation.say(text("It counts now (run {run}). --undo takes it back.", run=run))
    elif changes:
        invocation.say(text("Nothing has changed yet: the same command with --apply makes it count."))
    return True


def _undo(invocation: Invocation, book: Gradebook) -> None:
    from grader.gradebook.revising import undo

    count = undo(book)
    if count:
        invocation.say(text("Taken back: {count} answers give again what they gave before.", count=count))
    else:
        invocation.say(text("There is no regrade to take back."))
