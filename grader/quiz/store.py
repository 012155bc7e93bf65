"""Variants on disk: one JSON file each, written whole, found by question, source and seed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from grader.errors import ContentError
from grader.quiz.variant import Variant, from_json, to_json

SOURCE_CHARACTERS = 16


class Store:
    """Built questions in a folder. Variants of a question's earlier sources stay: answers refer to them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, variant: Variant) -> None:
        """Keep a variant; the file appears whole or not at all."""
        path = self._path(variant.question, variant.source, variant.seed)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}.tmp")
        draft.write_bytes(to_json(variant))
        os.replace(draft, path)

    def load(self, question: str, source: str, seed: int) -> Variant | None:
        """Return a kept variant; a file that is damaged counts as none."""
        return self._read(self._path(question, source, seed))

    def seeds(self, question: str, source: str) -> tuple[int, ...]:
        """Return the seeds that are built of a question as it stands."""
        names = self._path(question, source, 0).parent.glob("*.json")
        return tuple(sorted(int(name.stem) for name in names if name.stem.isdigit()))

    def find(self, question: str, sha256: str) -> Variant | None:
        """Return the variant of this hash, whatever source it was built from."""
        return next((one for one in self._all(question) if one.sha256 == sha256), None)

    def _all(self, question: str) -> Iterator[Variant]:
        for path in sorted((self._folder / question).glob("*/*.json")):
            if variant := self._read(path):
                yield variant

    def _read(self, path: Path) -> Variant | None:
        try:
            return from_json(path.read_bytes())
        except (OSError, ContentError):
            return None

    def _path(self, question: str, source: str, seed: int) -> Path:
        return self._folder / question / source[:SOURCE_CHARACTERS] / f"{seed}.json"
