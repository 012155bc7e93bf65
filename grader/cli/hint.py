"""``grade hint``: the ladder of hints, one level a call."""

from __future__ import annotations

from dataclasses import replace

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.model import Exercise, text
from grader.workspace import State


@click.command("hint")
@click.argument("slug", metavar="SLUG")
@click.option("--all", "whole", is_flag=True, help="Show every level at once.")
@lang_option
@pass_invocation
def command(invocation: Invocation, slug: str, whole: bool) -> int:
    """Show the next hint: first an idea, then more specific, then where to look."""
    exercise = invocation.catalog.load(slug)
    total = len(exercise.hints)
    seen = min(invocation.state().of(slug).hints_shown, total)
    last = total if whole else min(seen + 1, total)
    # Nothing new is left: say them all again rather than nothing.
    first = 1 if whole or seen == total else last
    for number in range(first, last + 1):
        _print_hint(invocation, exercise, number)
    invocation.workspace.update(lambda state: _with_hints(state, slug, last), invocation.warn)
    _print_left(invocation, slug, total - last)
    return 0


def _print_hint(invocation: Invocation, exercise: Exercise, number: int) -> None:
    tr = invocation.tr
    hint = tr.bilingual(exercise.hints[number - 1])
    total = len(exercise.hints)
    invocation.say(tr("Hint {number} of {total}: {hint}", number=number, total=total, hint=hint))


def _print_left(invocation: Invocation, slug: str, left: int) -> None:
    if left == 0:
        invocation.say(text("No hint left."))
    else:
        invocation.say(text("Hints left: {left}. Next: grade hint {slug}", left=left, slug=slug))


def _with_hints(state: State, slug: str, shown: int) -> State:
    progress = state.of(slug)
    return state.with_progress(slug, replace(progress, hints_shown=max(shown, progress.hints_shown)))
