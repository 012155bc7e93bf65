"""What students get, put together in memory by an allow-list: nothing is copied because it lies there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.catalog import FROZEN, RELEASE, Catalog, hidden_folder, public_folder
from grader.errors import ContentError, UsageError
from grader.frozen import Examples, write_frozen
from grader.judge.properties import import_file
from grader.model import Exercise
from grader.release.lock import make_lock, write_lock
from grader.release.path import narrowed, write_path
from grader.release.readme import readmes
from grader.release.render import render

# Of an exercise's folder as it is. The stub and the examples are made anew.
AS_THEY_ARE = ("exercise.toml", "README.md", "README.zh.md")
IGNORED = b"# What grade keeps for you, and what Python leaves behind.\n.tensorgrade/\n__pycache__/\n*.zip\n"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A course as students get it: every file by its path in it, in order."""

    assignment: str
    slugs: tuple[str, ...]
    files: dict[str, bytes]


def make_bundle(catalog: Catalog, slugs: Sequence[str], assignment: str = "") -> Bundle:
    """Put the exercises together (none named: all), in the order of the course.

    Raises `UsageError` where the course is a release itself or has no hidden part for an exercise, and
    `ContentError` where an exercise is not fit to be given out.
    """
    chosen = [catalog.load(slug) for slug in slugs] or list(catalog.exercises())
    exercises = [one for one in catalog.exercises() if one in chosen]
    require_hidden(catalog, exercises)
    name = assignment or catalog.root.name
    files = {path: data for one in exercises for path, data in exercise_files(catalog, one).items()}
    modules = narrowed(catalog.modules(), {one.module for one in exercises})
    if modules:
        files["exercises/path.toml"] = write_path(modules)
    files |= readmes(name, exercises) | {".gitignore": IGNORED}
    versions = {one.slug: catalog.version(one.slug) for one in exercises}
    lock = write_lock(make_lock(catalog.root.name, name, versions, files))
    return Bundle(name, tuple(versions), dict(sorted((files | {RELEASE: lock}).items())))


def require_hidden(catalog: Catalog, exercises: Sequence[Exercise]) -> None:
    """Refuse a course that cannot answer its own examples."""
    catalog.require_hidden()
    for exercise in exercises:
        if not catalog.has_solution(exercise.slug):
            folder = catalog.solution_folder(exercise.slug)
            raise UsageError(
                f"{exercise.slug} has no hidden part in {folder}.", "Release others, or write it."
            )


def exercise_files(catalog: Catalog, exercise: Exercise) -> dict[str, bytes]:
    """Return the files of one exercise."""
    folder, content = public_folder(exercise.slug), catalog.content
    names = [f"{folder}/{name}" for name in AS_THEY_ARE if content.has(f"{folder}/{name}")]
    if f"{folder}/README.md" not in names:
        raise ContentError(f"{exercise.slug} has no README.md.", "Write the statement.")
    stub = catalog.pristine_stub(exercise.slug)
    return {name: content.read(name) for name in names} | {
        f"{folder}/{exercise.slug}.py": stub.encode(),
        f"{folder}/{FROZEN}": examples_file(catalog, exercise, stub).encode(),
    }


def examples_file(catalog: Catalog, exercise: Exercise, stub: str) -> str:
    """Return ``examples.json`` with the answers that the reference gives today."""
    calls = catalog.examples(exercise.slug)
    if not calls:
        problem = f"{exercise.slug} has no public example: its students could check nothing."
        raise ContentError(problem, "Write an [[examples]] in exercise.toml.")
    name = f"tensorgrade_reference_{exercise.slug}"
    reference = import_file(catalog.content, f"{hidden_folder(exercise.slug)}/reference.py", name)
    return write_frozen(Examples(stub=stub, examples=tuple(render(exercise, calls, reference))))
