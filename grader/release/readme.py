"""The first page that students read, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from string import Template

import grader
from grader.model import Exercise

PAGES = {"README.md": "en", "README.zh.md": "zh"}


def readmes(assignment: str, exercises: Sequence[Exercise]) -> dict[str, bytes]:
    """Return both pages by name."""
    return {name: readme(name, language, assignment, exercises) for name, language in PAGES.items()}


def readme(name: str, language: str, assignment: str, exercises: Sequence[Exercise]) -> bytes:
    """Fill in one page."""
    page = Template(files("grader.release").joinpath("templates", name).read_text(encoding="utf-8"))
    rows = [_row(exercise, name, language) for exercise in exercises]
    return page.substitute(
        assignment=assignment, version=grader.__version__, first=exercises[0].slug, rows="\n".join(rows)
    ).encode()


def _row(exercise: Exercise, page: str, language: str) -> str:
    title = exercise.title.in_language(language).replace("|", "\\|")
    link = f"[{title}](exercises/{exercise.slug}/{page})"
    return f"| {exercise.module} | {exercise.level} | `{exercise.slug}` | {link} |"
