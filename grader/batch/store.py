"""Attempts on disk: one file each, written whole as the attempt ends, found again by what was graded."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

from grader import __version__
from grader.course import Course
from grader.model import Attempt
from grader.report.as_json import course_from_json, course_to_json

FOLDER = "attempts"


def key_of(slug: str, version: str, sha256: str, device: str, overruled: str = "") -> str:
    """Return the name of an attempt: equal inputs, equal grader, equal name (SHA-256 hex)."""
    parts = (__version__, slug, version, sha256, device, overruled)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class Store:
    """The attempts of a batch in its output folder; killing the batch loses only those in flight."""

    def __init__(self, out: Path) -> None:
        self._folder = out / FOLDER
        self._folder.mkdir(parents=True, exist_ok=True)

    def load(self, key: str, student: str) -> Attempt | None:
        """Return a kept attempt as this student's; a file that cannot be read counts as none."""
        path = self._folder / f"{key}.json"
        try:
            (attempt,) = course_from_json(path.read_bytes()).attempts
        except (OSError, ValueError):
            return None
        return replace(attempt, student=student)

    def save(self, key: str, attempt: Attempt) -> None:
        """Keep an attempt; the file appears whole or not at all."""
        path = self._folder / f"{key}.json"
        draft = path.with_suffix(f".{os.getpid()}.tmp")
        draft.write_bytes(course_to_json(Course("", (attempt,))))
        os.replace(draft, path)
