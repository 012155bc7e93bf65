"""What can be checked of an exercise's files without running a submission."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from grader.catalog import Catalog
from grader.docstring import specimen
from grader.errors import ContentError
from grader.judge.properties import Material
from grader.model import Exercise, Text, text
from grader.validate.freeze import freeze_faults

FULL_SCORE = Fraction(10)
MIN_WHEATS = 3
MIN_CHAFFS = 6


def content_faults(catalog: Catalog, exercise: Exercise, material: Material) -> Iterator[Text]:
    """Yield what is missing or inconsistent in an exercise's two folders."""
    yield from statement_faults(catalog, exercise.slug)
    yield from signature_faults(catalog, exercise, material)
    yield from property_faults(material)
    yield from freeze_faults(catalog, exercise, material.reference)
    folder = catalog.solution_folder(exercise.slug)
    yield from specimen_faults(folder / "wheats", MIN_WHEATS)
    yield from specimen_faults(folder / "chaffs", MIN_CHAFFS)


def statement_faults(catalog: Catalog, slug: str) -> Iterator[Text]:
    """Yield statements that are missing, empty, or the same in both languages."""
    folder = catalog.exercise_folder(slug)
    written = {}
    for name in ("README.md", "README.zh.md"):
        path = folder / name
        written[name] = path.read_text(encoding="utf-8") if path.is_file() else ""
        if len(written[name].strip()) < 200:
            yield text("{name} is missing or too short to be a statement.", name=name)
    if written["README.md"] and written["README.md"] == written["README.zh.md"]:
        yield text("README.zh.md is the English statement.")


def signature_faults(catalog: Catalog, exercise: Exercise, material: Material) -> Iterator[Text]:
    """Yield a difference between the signatures of stub and reference."""
    reference = getattr(material.reference, exercise.target, None)
    if reference is None:
        yield text("reference.py does not define {target}.", target=exercise.target)
        return
    stub = stub_parameters(catalog.pristine_stub(exercise.slug), exercise.target)
    expected = list(inspect.signature(reference).parameters)
    if stub != expected:
        yield text(
            "the stub's {target}{stub} differs from the reference's {expected}.",
            target=exercise.target,
            stub=stub,
            expected=expected,
        )


def stub_parameters(source: str, target: str) -> list[str]:
    """Return the names of the target's parameters in the stub (of ``__init__`` for a class)."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and node.name == target:
            inits = [n for n in node.body if isinstance(n, ast.FunctionDef) and n.name == "__init__"]
            return names_of(inits[0])[1:] if inits else []
        if isinstance(node, ast.FunctionDef) and node.name == target:
            return names_of(node)
    raise ContentError(f"The stub does not define {target}.", "Write its signature and docstring.")


def names_of(function: ast.FunctionDef) -> list[str]:
    """Return a function's parameter names in order."""
    arguments = function.args
    every = [
        *arguments.posonlyargs,
        *arguments.args,
        arguments.vararg,
        *arguments.kwonlyargs,
        arguments.kwarg,
    ]
    return [argument.arg for argument in every if argument]


def property_faults(material: Material) -> Iterator[Text]:
    """Yield properties without titles in both languages or hints, and points that do not add up."""
    if material.max_score != FULL_SCORE:
        yield text("the points add up to {got}, not {expected}.", got=material.max_score, expected=FULL_SCORE)
    for prop in material.properties:
        if not prop.title.zh:
            yield text("the property {name} has no Chinese title.", name=prop.name)
        if prop.hint is None or not prop.hint.zh:
            yield text("the property {name} has no hint in both languages.", name=prop.name)


def specimen_faults(folder: Path, least: int) -> Iterator[Text]:
    """Yield wheats or chaffs that are too few, or whose docstring lacks a language or names no real equal."""
    files = sorted(folder.glob("*.py"))
    names = {file.stem for file in files}
    if len(files) < least:
        yield text(
            "{folder} has {got} files; at least {expected} are needed.",
            folder=folder.name,
            got=len(files),
            expected=least,
        )
    for file in files:
        about = specimen(file.read_text(encoding="utf-8"))
        if not (about.title.en and about.title.zh):
            yield text("{file} has no docstring in both languages.", file=file.name)
        for unknown in sorted(about.equals - names):
            yield text("{file} declares an equal that does not exist: {name}.", file=file.name, name=unknown)
