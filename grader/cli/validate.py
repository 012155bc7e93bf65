"""``grade validate``: prove exercises before students meet them."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.cli.run import open_judge
from grader.model import text

if TYPE_CHECKING:
    from grader.validate import Proof


@click.command("validate")
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option("--seeds", type=click.IntRange(min=1), default=1, show_default=True, help="Corpora to try.")
@lang_option
@pass_invocation
def command(invocation: Invocation, slugs: tuple[str, ...], seeds: int) -> int:
    """Prove exercises (default: all): wheats hold, chaffs fall, no property is idle."""
    from grader.validate import validate_exercise

    catalog = invocation.catalog
    exercises = [catalog.load(slug) for slug in dict.fromkeys(slugs) or catalog.slugs()]
    proven = []
    with ExitStack() as stack:
        judge = open_judge(catalog, "auto", stack)
        for exercise in exercises:
            proof = validate_exercise(judge, exercise, seeds)
            _print_proof(invocation, proof)
            proven.append(proof.holds)
    return 0 if all(proven) else 1


def _print_proof(invocation: Invocation, proof: Proof) -> None:
    word = text("proven") if proof.holds else text("not proven")
    summary = text(
        "{slug}: {verdict}. Wheats: {wheats}. Chaffs felled: {felled} of {chaffs}, recognised: {recognised}.",
        slug=proof.slug,
        verdict=invocation.tr(word),
        wheats=len(proof.wheats),
        felled=proof.felled,
        chaffs=len(proof.chaffs),
        recognised=proof.recognised,
    )
    invocation.say(summary)
    for fault in proof.faults:
        invocation.say(f"  - {invocation.tr(fault)}")
