"""``grade validate``: prove exercises before students meet them."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.counting import Counting
from grader.cli.invocation import Invocation, lang_option, pass_invocation, terminal_columns
from grader.cli.run import open_judge
from grader.errors import UsageError
from grader.model import text

if TYPE_CHECKING:
    from grader.validate import Proof


@click.command("validate")
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option(
    "--seeds", type=click.IntRange(min=1), help="Corpora to try (default 1); with --quiz: variants (25)."
)
@click.option("--freeze", is_flag=True, help="First freeze the stub and the examples' answers.")
@click.option("--quiz", is_flag=True, help="Prove quiz questions: the names are modules, topics, questions.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, help="With --quiz: builders at the same time.")
@click.option(
    "--html", type=click.Path(path_type=Path), help="Write all proofs as one page; --quiz: a folder."
)
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    slugs: tuple[str, ...],
    seeds: int | None,
    freeze: bool,
    quiz: bool,
    jobs: int,
    html: Path | None,
) -> int:
    """Prove exercises (default: all): wheats hold, chaffs fall, no property is idle.

    With --quiz, prove quiz questions: every variant is marked right by its own key and wrong by every trap.
    """
    if quiz:
        from grader.cli.proving import prove_questions
        from grader.validate.bank import Proving

        return prove_questions(invocation, slugs, Proving(seeds or Proving().seeds, jobs), html)
    invocation.catalog.require_hidden()
    return _prove_exercises(invocation, slugs, seeds or 1, freeze, html)


def _prove_exercises(
    invocation: Invocation, slugs: tuple[str, ...], seeds: int, freeze: bool, html: Path | None
) -> int:
    from grader.validate import freeze as freezing
    from grader.validate import render_proof, validate_exercise

    catalog = invocation.catalog
    exercises = [catalog.load(slug) for slug in dict.fromkeys(slugs) or catalog.slugs()]
    proofs: list[Proof] = []
    with ExitStack() as stack:
        judge = open_judge(catalog, "auto", stack)
        progress = Progress(stack.enter_context(Counting()), len(exercises))
        for exercise in exercises:
            progress.begin(exercise.slug)
            if freeze:
                path = freezing(catalog, exercise, judge.material(exercise).reference)
                invocation.say(text("Frozen: {path}", path=path))
            proof = validate_exercise(judge, exercise, seeds, progress.step)
            click.echo(
                render_proof(proof, invocation.tr, terminal_columns() if sys.stdout.isatty() else None)
            )
            proofs.append(proof)
            if html:
                _write(html, proofs, invocation)
    return 0 if all(proof.holds for proof in proofs) else 1


def _write(path: Path, proofs: list[Proof], invocation: Invocation) -> None:
    """Write the page as far as it is; a long run that is stopped leaves what was proven."""
    from grader.validate.page import proofs_page

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(proofs_page(proofs, invocation.tr), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Choose another --html.") from error


class Progress:
    """How many exercises are proven, and what is being run of the next one."""

    def __init__(self, line: Counting, exercises: int) -> None:
        self._line, self._exercises = line, exercises
        self._slug, self._begun = "", 0

    def begin(self, slug: str) -> None:
        """Go on to the next exercise."""
        self._line.at(self._begun, self._exercises, slug)
        self._slug, self._begun = slug, self._begun + 1

    def step(self, name: str, done: int, total: int) -> None:
        """Say what is being run of the exercise at hand."""
        self._line.at(self._begun - 1, self._exercises, f"{self._slug}: {name} ({done + 1}/{total})")
