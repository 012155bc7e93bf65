"""``grade quiz-gather``: what students handed in of their quizzes, into one gradebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
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

    A file belongs to whom its folder is named after. Points are not read but marked here; what is in the
    gradebook already is not put in again.
    """
    from grader.gradebook import open_gradebook
    from grader.gradebook.gathering import gather
    from grader.gradebook.quizzes import keep_answers

    gathered = gather(sources)
    gathered.only({question.id for question in bank_of(invocation)})
    kept = [(one.result, one.answered_at, "") for one in gathered.answers]
    with open_gradebook(gradebook) as book:
        new = keep_answers(book, kept, gathered.variants.values())
    say_oddities(invocation, gathered)
    students = len({one.student for one in gathered.answers})
    found = {"answers": len(kept), "students": students, "new": new}
    invocation.say(text("Answers: {answers}, of {students} students; new here: {new}.", **found))
    return 0


def bank_of(invocation: Invocation) -> tuple[Question, ...]:
    """Return the questions of the course."""
    from grader.quiz.reading import FOLDER, questions

    return questions(invocation.catalog.root / FOLDER)


def say_oddities(invocation: Invocation, gathered: Gathered) -> None:
    """Warn about what could not be read, or was left out."""
    for oddity in gathered.oddities:
        where = "" if oddity.path == "." else f"{oddity.path}: "
        click.echo(where + invocation.tr(oddity.text), err=True)
