"""Hand-ins within what was handed in: opened in memory, held to their signatures, and read like folders."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from grader.course import Oddity, OddityKind
from grader.handin import LIST, Fault, examine, is_handin
from grader.intake.archive import ArchiveTree
from grader.intake.names import shown
from grader.intake.records import Refused
from grader.intake.tree import Listing, Member, Tree

HANDIN_BYTES = 8 << 20
NOBODY = "student"

Parts = tuple[str, ...]


class HandinTree:
    """A tree in which a hand-in looks like a folder of its name; any other archive stays what it is.

    ``outer`` lists what is there without looking into hand-ins; ``signers`` are the names that hand-ins give
    for who signed, by their path. Where the whole tree is one hand-in, it is moved into a folder of its
    signer's. Altered files are told in the list's oddities, and read as they are.
    """

    def __init__(self, tree: Tree) -> None:
        self.source = tree.source
        self._tree = tree
        self._opened: dict[Parts, ArchiveTree] = {}
        self._moved: Parts = ()
        self._oddities: list[Oddity] = []
        self.signers: dict[Parts, str] = {}
        self.outer = tree.list()
        self._inner = self._checked(self._unpacked(self.outer))

    def list(self) -> Listing:
        """List everything, what is in hand-ins included."""
        return self._inner

    def read(self, member: Member, limit: int) -> bytes:
        """Read a file, out of a hand-in where it is in one. Raises `Refused`."""
        return self._read(Member(member.parts[len(self._moved) :], member.modified), limit)

    def path(self, member: Member) -> Path:
        """Return where a file lies, for records; one in a hand-in below the hand-in's own path."""
        return self._tree.path(Member(member.parts[len(self._moved) :], member.modified))

    def _read(self, member: Member, limit: int) -> bytes:
        for length in range(1, len(member.parts)):
            archive = self._opened.get(member.parts[:length])
            if archive is not None:
                return archive.read(Member(member.parts[length:], member.modified), limit)
        return self._tree.read(member, limit)

    def _unpacked(self, listing: Listing) -> Listing:
        """Put the files of each packed hand-in in its place."""
        members = tuple(one for member in listing.members for one in self._opened_or_itself(member))
        return replace(listing, members=members)

    def _opened_or_itself(self, member: Member) -> Iterator[Member]:
        inside = self._open(member) if member.parts[-1].casefold().endswith(".zip") else None
        if inside is None:
            yield member
            return
        for row in inside.oddities:
            self._oddities.append(replace(row, path=shown(f"{member.shown}/{row.path}")))
        for one in inside.members:
            # When the hand-in came, not what the student's clock said when it was packed.
            yield Member((*member.parts, *one.parts), member.modified)

    def _open(self, member: Member) -> Listing | None:
        try:
            data = self._tree.read(member, HANDIN_BYTES)
            if not zipfile.is_zipfile(io.BytesIO(data)):
                return None
            archive = ArchiveTree(self._tree.path(member), data)
            inside = archive.list()
        except Refused:
            return None
        if not is_handin({"/".join(one.parts) for one in inside.members}):
            return None
        self._opened[member.parts] = archive
        return inside

    def _checked(self, listing: Listing) -> Listing:
        """Hold every hand-in to its signature, packed or unpacked again."""
        places = [member.parts[:-1] for member in listing.members if member.parts[-1] == LIST]
        for place in places:
            self._check(place, listing)
        told = tuple(sorted((*listing.oddities, *self._oddities), key=lambda row: row.path))
        found = replace(listing, oddities=told)
        return self._moved_to_signer(found) if () in self.signers else found

    def _check(self, place: Parts, listing: Listing) -> None:
        depth = len(place)
        inside = {"/".join(one.parts[depth:]): one for one in listing.members if one.parts[:depth] == place}
        signer, faults = examine(tuple(inside), lambda name: self._read_for_check(inside, name))
        self.signers[place] = signer or NOBODY
        self._oddities += [_altered(place, fault) for fault in faults]

    def _read_for_check(self, inside: Mapping[str, Member], name: str) -> bytes:
        try:
            return self._read(inside[name], HANDIN_BYTES)
        except KeyError as error:
            raise FileNotFoundError(2, "it is not there", name) from error
        except Refused as refused:
            raise OSError(str(refused.text)) from refused

    def _moved_to_signer(self, listing: Listing) -> Listing:
        self._moved = (self.signers[()],)
        moved = tuple(Member((*self._moved, *one.parts), one.modified) for one in listing.members)
        self.outer = replace(listing, members=moved, folders=frozenset(self._moved))
        return self.outer


def _altered(place: Parts, fault: Fault) -> Oddity:
    return Oddity(shown("/".join((*place, fault.path))), OddityKind.ALTERED, fault.text)
