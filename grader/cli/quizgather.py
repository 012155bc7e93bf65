"""``grade quiz-gather``: what students handed in of their quizzes, into one gradebook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from grader.cli.counting import Counting
from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.cli.workshop import Workshop
from grader.model import text

if TYPE_CHECKING:
    from grader.gradebook.gathering import Gathered
    from grader.quiz.question import Question


@click.command("quiz-gather")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--gradebook", required=True, help="The gradebook to put them into: a file or a database URL.")
@lang_option
@pass_invocation
def command(invocation: Invocation, sources: tuple[str, ...], gradebook: str) -> int:
    """Put quiz answers into one gradebook: files of `grade quiz --hand-in`, folders of them, gradebooks.

    A file belongs to whom its folder is named after. What was handed in is marked here, by the questions of
    this course; what is in the gradebook already is not put in again.
    """
    from grader.gradebook import open_gradebook
    from grader.gradebook.gathering import gather
    from grader.gradebook.quizzes import keep_answers

    gathered = gather(sources)
    settle(gathered, bank_of(invocation))
    kept = [(one.result, one.answered_at, "") for one in gathered.answers]
    with open_gradebook(gradebook) as book:
        new = keep_answers(book, kept, gathered.variants.values())
    say_oddities(invocation, gathered)
    students = len({one.student for one in gathered.answers})
    found = {"answers": len(kept), "students": students, "new": new}
    invocation.say(text("Answers: {answers}, of {students} students; new here: {new}.", **found))
    return 0


def settle(gathered: Gathered, questions: Sequence[Question]) -> None:
    """Keep to these questions, and mark what was handed in by what they show."""
    bank = {question.id: question for question in questions}
    gathered.only(bank.keys())
    with Counting() as line, Workshop() as workshop:
        gathered.settle(lambda name, seed: workshop.build(bank[name], seed), line.at)


def bank_of(invocation: Invocation) -> tuple[Question, ...]:
    """Return the questions of the course."""
    from grader.quiz.reading import FOLDER, questions

    return questions(invocation.catalog.root / FOLDER)


def say_oddities(invocation: Invocation, gathered: Gathered) -> None:
    """Warn about what could not be read, or was left out."""
    for oddity in gathered.oddities:
        where = "" if oddity.path == "." else f"{oddity.path}: "
        click.echo(where + invocation.tr(oddity.text), err=True)
