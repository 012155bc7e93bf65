"""``grade pages``: the course as web pages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.errors import UsageError
from grader.learning import learning_path
from grader.model import text


@click.command("pages")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the pages.")
@lang_option
@pass_invocation
def command(invocation: Invocation, out: Path) -> int:
    """Write the learning path, its modules and every statement as pages that need no network."""
    from grader.quiz.reading import questions
    from grader.report.syllabus import Syllabus, write_syllabus

    catalog = invocation.catalog
    asked = Counter(question.file.module for question in questions(catalog.root / "quizzes"))
    steps = learning_path(catalog.modules(), catalog.exercises(), invocation.state(), asked)
    syllabus = Syllabus(catalog.root.name, steps, catalog.statement)
    try:
        index = write_syllabus(syllabus, out, invocation.language)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.", "Choose another --out.") from error
    invocation.say(text("Pages: {path}", path=index))
    return 0
