"""Finding submissions in a folder of ``<student>/…/<slug>.py``. Executes nothing, follows no link."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.errors import UsageError


@dataclass(frozen=True, slots=True)
class Found:
    """One file to grade."""

    student: str
    slug: str
    path: Path


def find_submissions(folder: Path, slugs: Sequence[str]) -> tuple[Found, ...]:
    """Return what is to grade, by student and then in the order of `slugs`.

    Of several files of one student for one exercise, the one nearest to the student's folder counts,
    then the first by name. Raises `UsageError` where there is none.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder.", "Submissions lie in FOLDER/STUDENT/SLUG.py.")
    found: dict[tuple[str, str], Path] = {}
    for path in sorted(regular_files(folder), key=lambda p: (len(p.parts), p)):
        inner = path.relative_to(folder)
        if len(inner.parts) >= 2 and path.suffix == ".py" and path.stem in slugs:
            found.setdefault((inner.parts[0], path.stem), path)
    if not found:
        raise UsageError(
            f"{folder} holds no submission.",
            f"Expected {folder}/STUDENT/SLUG.py with SLUG one of {', '.join(slugs)}.",
        )
    order = {slug: index for index, slug in enumerate(slugs)}
    keys = sorted(found, key=lambda key: (key[0], order[key[1]]))
    return tuple(Found(student, slug, found[student, slug]) for student, slug in keys)


def regular_files(folder: Path) -> Iterator[Path]:
    """Yield the regular files below a folder; symbolic links are neither files nor folders here."""
    for parent, _, names in os.walk(folder, followlinks=False):
        for name in names:
            path = Path(parent) / name
            if path.is_file() and not path.is_symlink():
                yield path
