"""Small classes for tests of intake: exercises, folders, zips and notebooks built by code."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from grader.catalog import SourceText
from grader.intake import Found, Intake, Oddity, OddityKind, Options, find_submissions
from grader.model import Bilingual, Exercise, Limits

GATHER = "def gather(x, index):\n    return x\n"
SCATTER = "def scatter(x, index):\n    return x\n"


def exercise(slug: str) -> Exercise:
    """An exercise whose target has the slug's name."""
    both = Bilingual(slug, slug)
    return Exercise(
        slug, both, slug, "M01", 1, both, (both, both, both), limits=Limits(source_bytes=64 << 10)
    )


EXERCISES = tuple(exercise(slug) for slug in ("gather", "scatter", "accuracy"))


def fill(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def pack(path: Path, files: Mapping[str, str | bytes], at: datetime | None = None) -> Path:
    """Write a zip; all members have the time ``at`` (local), midnight of 1980 without one."""
    stamp = at.timetuple()[:6] if at else (1980, 1, 1, 0, 0, 0)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return path


def cell(source: str, tags: Sequence[str] = (), execution: int | None = None) -> dict[str, object]:
    """A code cell."""
    metadata = {"tags": list(tags)} if tags else {}
    return {
        "cell_type": "code",
        "execution_count": execution,
        "metadata": metadata,
        "outputs": [],
        "source": source.splitlines(keepends=True),
    }


def prose(source: str) -> dict[str, object]:
    """A cell of Markdown."""
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def notebook(*cells: dict[str, object]) -> str:
    """A notebook as Jupyter saves it."""
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def take(place: Path, **options: object) -> Intake:
    """Take in what was handed in, for the three exercises."""
    return find_submissions(place, EXERCISES, Options(**options))  # type: ignore[arg-type]


def keys(intake: Intake) -> list[tuple[str, str]]:
    """Return student and exercise of everything found."""
    return [(found.student, found.slug) for found in intake.found]


def source_of(found: Found) -> str:
    """Return the text that will be graded; there must be one."""
    assert isinstance(found.content, SourceText), str(found.content)
    return found.content.text


def rows(intake: Intake, kind: OddityKind) -> list[Oddity]:
    """Return the oddities of a kind."""
    return [row for row in intake.oddities if row.kind is kind]
