"""``grade list``: every exercise, what is done and what is not."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.cli.quiz import GRADEBOOK
from grader.i18n import Translator
from grader.learning import Step, learning_path, open_next
from grader.model import Bilingual, Exercise, format_score, text
from grader.report.words import step_state
from grader.watch.rows import make_row, render_rows
from grader.workspace import State


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@lang_option
@pass_invocation
def command(invocation: Invocation, as_json: bool) -> int:
    """List the exercises along the learning path, with state and best score, and what is open next."""
    exercises, state = invocation.catalog.exercises(), invocation.state()
    state = state.with_current(state.at_hand(tuple(exercise.slug for exercise in exercises)))
    if as_json:
        click.echo(_as_json(invocation, exercises, state))
    else:
        _print_table(invocation, exercises, state)
    return 0


def _print_table(invocation: Invocation, exercises: tuple[Exercise, ...], state: State) -> None:
    steps = learning_path(invocation.catalog.modules(), exercises, state)
    rows = [make_row(exercise, state, _path(invocation, exercise)) for exercise in exercises]
    lines = dict(zip((row.exercise.slug for row in rows), render_rows(rows, invocation.tr), strict=True))
    for step in steps:
        invocation.say(_heading(invocation.tr, step))
        for exercise in step.exercises:
            click.echo(lines.pop(exercise.slug))
    for line in lines.values():  # of modules that the path does not have
        click.echo(line)
    done = sum(row.done for row in rows)
    invocation.say()
    invocation.say(text("{done} of {total} done; > is the exercise at hand", done=done, total=len(rows)))
    if invocation.catalog.is_release:
        invocation.say(text("In brackets: public examples that hold. Hidden properties: not run here."))
    if slug := open_next(steps):
        invocation.say(text("Open next: {slug}", slug=slug))
    if due := _due(invocation):
        invocation.say(text("Quiz: {count} questions are due (grade quiz --due)", count=due))


def _due(invocation: Invocation) -> int:
    """Count the quiz questions that are due; nothing is opened where none was ever answered."""
    path = invocation.workspace.folder / GRADEBOOK
    if not path.is_file():
        return 0
    from grader.gradebook import open_gradebook
    from grader.gradebook.quizzes import history
    from grader.quiz.review import due_questions
    from grader.quiz.session import STUDENT

    with open_gradebook(path) as book:
        return len(due_questions(history(book, STUDENT), datetime.now(UTC)))


def _heading(tr: Translator, step: Step) -> str:
    return f"{step.module.id} {tr.bilingual(step.module.title)} · {step_state(tr, step)}"


def _as_json(invocation: Invocation, exercises: tuple[Exercise, ...], state: State) -> str:
    steps = learning_path(invocation.catalog.modules(), exercises, state)
    listed = [_entry(invocation, exercise, state) for exercise in exercises]
    document = {
        "format": 1,
        "exercises": listed,
        "modules": [_module(step) for step in steps],
        "next": open_next(steps),
        "due": _due(invocation),
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _module(step: Step) -> dict[str, object]:
    return {
        "id": step.module.id,
        "title": _both(step.module.title),
        "needs": step.module.needs,
        "waits_for": step.waits_for,
        "passed": step.passed,
        "exercises": [exercise.slug for exercise in step.exercises],
    }


def _entry(invocation: Invocation, exercise: Exercise, state: State) -> dict[str, object]:
    progress = state.of(exercise.slug)
    return {
        "slug": exercise.slug,
        "title": _both(exercise.title),
        "module": exercise.module,
        "level": exercise.level,
        "mandatory": exercise.mandatory,
        "state": "done" if progress.done else "pending",
        "current": exercise.slug == state.current,
        "score": format_score(progress.score) if progress.attempted else None,
        "max_score": format_score(progress.max_score) if progress.attempted else None,
        "examples_held": progress.examples_held if progress.examples else None,
        "examples": progress.examples or None,
        "hints_shown": progress.hints_shown,
        "path": _path(invocation, exercise),
    }


def _both(sentence: Bilingual) -> dict[str, str]:
    return {"en": sentence.en, "zh": sentence.zh}


def _path(invocation: Invocation, exercise: Exercise) -> str:
    path = invocation.catalog.stub_path(exercise.slug)
    here = Path.cwd()
    # A path that can be clicked or pasted from the folder the student stands in.
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
