"""``grade quiz-export``: questions for learning platforms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.errors import UsageError
from grader.model import text

if TYPE_CHECKING:
    from grader.quiz.question import Question
    from grader.quiz.variant import Variant

FORMATS = ("gift", "moodle", "qti21", "canvas", "text2qti")
# Seeds are tried until there are as many different faces as are wanted; some questions have few.
TRIES = 8


@click.command("quiz-export")
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("out", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("names", metavar="[MODULE|TOPIC|QUESTION]...", nargs=-1)
@click.option(
    "--variants",
    type=click.IntRange(1, 100),
    default=1,
    show_default=True,
    help="Variants of each question; a student gets one.",
)
@click.option(
    "--seed", type=click.IntRange(0), default=0, show_default=True, help="Draw variants by this seed."
)
@click.option("--title", default="Tensorgrade", show_default=True, help="Name of the quiz or category.")
@click.option("--report", type=click.Path(path_type=Path), help="Write everything that was lost as JSON.")
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    form: str,
    out: Path,
    names: tuple[str, ...],
    variants: int,
    seed: int,
    title: str,
    report: Path | None,
) -> int:
    """Write questions for a learning platform: gift, moodle (XML), qti21 and canvas (zip), text2qti.

    They are in the language of --lang. What the format cannot carry is listed at the end; docs/exchange.md
    says what each one can.
    """
    from grader.cli.losses import say_losses, write_file, write_report
    from grader.exchange.formats import write

    chosen = _chosen(invocation, names)
    invocation.say(text("Preparing {count} questions …", count=len(chosen)))
    built = list(_built(invocation, chosen, variants, Random(seed)))
    written = write(built, form, title, invocation.tr)
    write_file(out, written.content)
    write_report(report, "export", form, written.questions, written.losses)
    counts = {"file": out, "count": len(built), "questions": len(chosen)}
    invocation.say(text("{file}: {count} variants of {questions} questions", **counts))
    say_losses(invocation, written.losses)
    return 0


def _chosen(invocation: Invocation, names: Sequence[str]) -> tuple[Question, ...]:
    from grader.quiz.reading import FOLDER, questions
    from grader.quiz.selection import wanted

    folder = invocation.catalog.root / FOLDER
    bank = questions(folder)
    if not bank:
        raise UsageError(f"{folder} has no questions.", "docs/quiz.md shows one.")
    return wanted(bank, names)


def _built(invocation: Invocation, chosen: Sequence[Question], count: int, rng: Random) -> Iterator[Variant]:
    """Yield the variants of each question, as many different ones as there are, at most ``count``."""
    from grader.cli.quiz import VARIANTS
    from grader.client.zygote import Zygote
    from grader.quiz.build import Builder
    from grader.quiz.store import Store
    from grader.quiz.variant import face

    store = Store(invocation.workspace.folder / VARIANTS)
    with Zygote() as zygote, Builder(zygote) as builder:
        for question in chosen:
            found: dict[object, Variant] = {}
            for variant in builder.build_all(question, _seeds(question, count, rng), store):
                found.setdefault(face(variant), variant)
                if len(found) == count:
                    break
            yield from found.values()


def _seeds(question: Question, count: int, rng: Random) -> Iterator[int]:
    from grader.quiz.selection import fresh_seed

    used: set[int] = set()
    tries = count * TRIES if question.file.params or question.file.generate else 1
    for _ in range(tries):
        seed = fresh_seed(question, used, rng)
        used.add(seed)
        yield seed
