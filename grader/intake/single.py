"""What one student handed in, in a folder or zip of its own: as if it lay in a folder of that student."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from grader.intake.tree import Listing, Member, Tree

STUDENT = "student"


class OneStudent:
    """A tree moved down into a student's folder."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.source = tree.source

    def list(self) -> Listing:
        """List the tree below the student's folder."""
        found = self._tree.list()
        members = tuple(Member((STUDENT, *member.parts), member.modified) for member in found.members)
        return replace(
            found, members=members, folders=frozenset({STUDENT}), repositories=frozenset({STUDENT})
        )

    def read(self, member: Member, limit: int) -> bytes:
        """Read a file of the tree."""
        return self._tree.read(_inner(member), limit)

    def path(self, member: Member) -> Path:
        """Return where a file of the tree lies."""
        return self._tree.path(_inner(member))


def _inner(member: Member) -> Member:
    return Member(member.parts[1:], member.modified)
