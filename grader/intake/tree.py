"""What was handed in, seen the same way whether it is a folder or an archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from grader.course import Oddity, OddityKind
from grader.intake.names import shown
from grader.intake.records import TimeSource
from grader.model import Text

# What tools leave behind; nobody hands it in on purpose.
LITTER = frozenset(
    {"__pycache__", "__MACOSX", "node_modules", "venv", ".venv", ".git", ".idea", ".vscode", ".DS_Store"}
    | {".ipynb_checkpoints", ".hypothesis", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".tensorgrade"}
    | {"Thumbs.db", "desktop.ini"}
)


@dataclass(frozen=True, slots=True)
class Member:
    """One file by its name below the root, with the time that its place gives it (aware, or None)."""

    parts: tuple[str, ...]
    modified: datetime | None

    @property
    def shown(self) -> str:
        """The path as a reader may see it."""
        return shown("/".join(self.parts))


@dataclass(frozen=True, slots=True)
class Listing:
    """What a tree holds, sorted by name.

    ``folders`` are the top-level folders, ``repositories`` those of them that are git checkouts;
    ``ignored`` counts litter.
    """

    members: tuple[Member, ...]
    folders: frozenset[str]
    repositories: frozenset[str]
    oddities: tuple[Oddity, ...]
    ignored: int


class Tree(Protocol):
    """A folder or an archive that is open for reading."""

    source: TimeSource

    def list(self) -> Listing:
        """Look at every name; reads no content."""

    def read(self, member: Member, limit: int) -> bytes:
        """Read a file whole. Raises `Refused` where it is no plain file or larger than ``limit`` bytes."""

    def path(self, member: Member) -> Path:
        """Return where a member lies, for records."""


def oddity(parts: Sequence[str], kind: OddityKind, sentence: Text) -> Oddity:
    """Build an oddity about a path given in parts."""
    return Oddity(shown("/".join(parts)), kind, sentence)
