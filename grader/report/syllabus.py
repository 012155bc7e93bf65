"""The course as its students read it: the learning path, a page for each module, every statement."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.i18n import LANGUAGES, Translator, normalise, translator
from grader.learning import Step
from grader.model import Exercise
from grader.report.html import SUFFIXES, render, write_page
from grader.report.markup import html_of
from grader.report.words import step_state

Statement = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Syllabus:
    """What is shown: the course's name, its path, and where statements come from (slug, language)."""

    name: str
    steps: tuple[Step, ...]
    statement: Statement


def write_syllabus(syllabus: Syllabus, out: Path, language: str) -> Path:
    """Write every page in both languages under ``out``; return the learning path's in ``language``.

    ``index``, ``modules/<id>`` and ``statements/<slug>``, each linked to its twin in the other language.
    """
    for tr in map(translator, LANGUAGES):
        for path, page in syllabus_pages(syllabus, tr):
            write_page(out / path, page)
    return out / f"index{SUFFIXES[normalise(language)]}"


def syllabus_pages(syllabus: Syllabus, tr: Translator) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield each page in one language with its path below the folder."""
    suffix = SUFFIXES[tr.language]
    states = {step.module.id: step_state(tr, step) for step in syllabus.steps}
    common = {"name": syllabus.name, "steps": syllabus.steps, "states": states, "suffix": suffix}
    yield PurePosixPath(f"index{suffix}"), render("path.html", tr, page="index", root="", **common)
    for step in syllabus.steps:
        page = render("module.html", tr, page=step.module.id, root="../", step=step, **common)
        yield PurePosixPath("modules", f"{step.module.id}{suffix}"), page
        for exercise in step.exercises:
            page = _statement_page(syllabus, tr, step, exercise, common)
            yield PurePosixPath("statements", f"{exercise.slug}{suffix}"), page


def _statement_page(
    syllabus: Syllabus, tr: Translator, step: Step, exercise: Exercise, common: Mapping[str, object]
) -> str:
    text = html_of(syllabus.statement(exercise.slug, tr.language))
    return render(
        "statement.html", tr, page=exercise.slug, root="../", step=step, exercise=exercise, text=text,
        **common,
    )  # fmt: skip
