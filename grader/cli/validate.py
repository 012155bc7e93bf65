"""``grade validate``: prove exercises before students meet them."""

from __future__ import annotations

import sys
from contextlib import ExitStack

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation, terminal_columns
from grader.cli.run import open_judge
from grader.model import text


@click.command("validate")
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option("--seeds", type=click.IntRange(min=1), default=1, show_default=True, help="Corpora to try.")
@click.option("--freeze", is_flag=True, help="First freeze the stub and the examples' answers.")
@lang_option
@pass_invocation
def command(invocation: Invocation, slugs: tuple[str, ...], seeds: int, freeze: bool) -> int:
    """Prove exercises (default: all): wheats hold, chaffs fall, no property is idle."""
    from grader.validate import freeze as freezing
    from grader.validate import render_proof, validate_exercise

    catalog = invocation.catalog
    exercises = [catalog.load(slug) for slug in dict.fromkeys(slugs) or catalog.slugs()]
    proven = []
    with ExitStack() as stack:
        judge = open_judge(catalog, "auto", stack)
        for exercise in exercises:
            if freeze:
                path = freezing(catalog, exercise, judge.material(exercise).reference)
                invocation.say(text("Frozen: {path}", path=path))
            proof = validate_exercise(judge, exercise, seeds, show_progress)
            click.echo(
                render_proof(proof, invocation.tr, terminal_columns() if sys.stdout.isatty() else None)
            )
            proven.append(proof.holds)
    return 0 if all(proven) else 1


def show_progress(name: str, done: int, total: int) -> None:
    """Show what is being run, where somebody is looking."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{done + 1}/{total} {name}", nl=False, err=True)
        if done + 1 == total:
            click.echo("\r\x1b[K", nl=False, err=True)
