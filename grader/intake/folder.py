"""A folder of submissions: no link is followed, nothing is opened that could block or answer."""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from grader.course import Oddity, OddityKind
from grader.intake.records import Refused, TimeSource
from grader.intake.tree import LITTER, Listing, Member, oddity
from grader.model import Text, text

ENTRIES = 10_000
DEPTH = 24

# Windows lacks these: there links need privileges, and no path names a pipe or a device's file.
_OPEN = os.O_RDONLY | sum(getattr(os, f"O_{n}", 0) for n in ("NOFOLLOW", "NONBLOCK", "CLOEXEC", "BINARY"))
_OPEN_FOLDER = _OPEN | getattr(os, "O_DIRECTORY", 0)
_RELATIVE = os.open in os.supports_dir_fd

_KINDS = {
    stat.S_IFDIR: text("It is a folder where a file was expected. Ask for the file, or rename the folder."),
    stat.S_IFIFO: text("It is a named pipe where a file was expected; it was not opened. Ask for a file."),
    stat.S_IFSOCK: text("It is a socket where a file was expected; it was not opened. Ask for a file."),
}
_DEVICE = text("It is a device where a file was expected; it was not opened. Ask for a file.")
_LINK = text("It is a symbolic link; links are not followed. Ask for the file itself.")


class FolderTree:
    """The files below a folder. ``root`` itself is the teacher's choice and may be a link."""

    source = TimeSource.FILE

    def __init__(self, root: Path) -> None:
        self._root = root

    def list(self) -> Listing:
        """Walk the folder; at most `ENTRIES` names of each top-level folder, `DEPTH` folders deep."""
        return _Walk(self._root).listing()

    def read(self, member: Member, limit: int) -> bytes:
        """Read a file below the root, through real folders only. Raises `Refused`."""
        with _opened(self._root, member.parts, _OPEN) as handle:
            _require_plain(os.fstat(handle), limit)
            with os.fdopen(os.dup(handle), "rb") as file:
                data = file.read(limit + 1)
        if len(data) > limit:
            raise too_large(len(data), limit)
        return data

    def path(self, member: Member) -> Path:
        """Return where the file lies."""
        return self._root.joinpath(*member.parts)


def too_large(size: int, limit: int) -> Refused:
    """Say that a file has more bytes than we read."""
    sentence = text(
        "It has {size} bytes; at most {limit} are read. Ask for the code only, without data or output.",
        size=size,
        limit=limit,
    )
    return Refused(OddityKind.TOO_LARGE, sentence)


def _require_plain(status: os.stat_result, limit: int) -> None:
    kind = stat.S_IFMT(status.st_mode)
    if kind != stat.S_IFREG:
        raise Refused(OddityKind.NOT_A_FILE, _KINDS.get(kind, _DEVICE))
    if status.st_nlink != 1:
        sentence = text(
            "It is one of {count} hard links to one file, which may be somebody else's; it was not read. "
            "Copy the submissions without links (cp -r) and grade the copy.",
            count=status.st_nlink,
        )
        raise Refused(OddityKind.HARD_LINK, sentence)
    if status.st_size > limit:
        raise too_large(status.st_size, limit)


@contextmanager
def _opened(root: Path, parts: Sequence[str], flags: int) -> Iterator[int]:
    """Open a path below ``root`` one name at a time, so that no folder on the way can be a link."""
    handles: list[int] = []
    try:
        handles.append(_open(str(root), os.O_RDONLY | getattr(os, "O_DIRECTORY", 0), None))
        for index, part in enumerate(parts):
            wanted = flags if index == len(parts) - 1 else _OPEN_FOLDER
            handles.append(_open(part, wanted, handles[-1]))
        yield handles[-1]
    finally:
        for handle in handles:
            os.close(handle)


def _open(name: str, flags: int, folder: int | None) -> int:
    try:
        return os.open(name, flags, dir_fd=folder)
    except (OSError, ValueError) as error:
        raise _refusal(error) from error


def _refusal(error: OSError | ValueError) -> Refused:
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ELOOP, errno.ENOTDIR):
        return Refused(OddityKind.LINK, _LINK)
    if number == errno.ENXIO:
        return Refused(OddityKind.NOT_A_FILE, _KINDS[stat.S_IFSOCK])
    reason = os.strerror(number) if number else str(error)
    sentence = text("It cannot be read: {reason}. Check its permissions.", reason=reason)
    return Refused(OddityKind.UNREADABLE, sentence)


class _Walk:
    """One look at every name below a root."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._members: list[Member] = []
        self._folders: set[str] = set()
        self._repositories: set[str] = set()
        self._oddities: list[Oddity] = []
        self._ignored = 0
        self._seen: Counter[str] = Counter()
        self._todo: list[tuple[str, ...]] = [()]

    def listing(self) -> Listing:
        while self._todo:
            self._look_into(self._todo.pop())
        return Listing(
            tuple(sorted(self._members, key=lambda member: member.parts)),
            frozenset(self._folders),
            frozenset(self._repositories),
            tuple(sorted(self._oddities, key=lambda row: row.path)),
            self._ignored,
        )

    def _look_into(self, parts: tuple[str, ...]) -> None:
        try:
            with _opened(self._root, parts, _OPEN_FOLDER) as handle, os.scandir(handle) as entries:
                for entry in entries:
                    if not self._note(parts, entry):
                        return
        except Refused as refused:
            self._add(parts, refused.kind, refused.text)

    def _note(self, parent: tuple[str, ...], entry: os.DirEntry[str]) -> bool:
        """Take up one name; False where its top-level folder has had its share."""
        parts = (*parent, entry.name)
        if parent and self._is_one_too_many(parent[0]):
            return False
        if entry.name in LITTER:
            self._ignored += 1
            if entry.name == ".git" and len(parent) == 1:
                self._repositories.add(parent[0])
        elif entry.is_symlink():
            self._add(parts, OddityKind.LINK, _LINK)
        elif entry.is_dir(follow_symlinks=False):
            self._take_folder(parts)
        else:
            self._members.append(Member(parts, _modified(entry)))
        return True

    def _is_one_too_many(self, top: str) -> bool:
        self._seen[top] += 1
        if self._seen[top] == ENTRIES + 1:
            sentence = text(
                "It holds more than {limit} files; the rest was not looked at. Ask for the code only.",
                limit=ENTRIES,
            )
            self._add((top,), OddityKind.TOO_MANY, sentence)
        return self._seen[top] > ENTRIES

    def _take_folder(self, parts: tuple[str, ...]) -> None:
        if len(parts) == 1:
            self._folders.add(parts[0])
        if parts[-1].endswith((".py", ".ipynb")):
            self._add(parts, OddityKind.NOT_A_FILE, _KINDS[stat.S_IFDIR])
        if len(parts) > DEPTH:
            sentence = text(
                "It lies {limit} folders deep; deeper ones were not looked at. Move the file up.", limit=DEPTH
            )
            self._add(parts, OddityKind.TOO_MANY, sentence)
        else:
            self._todo.append(parts)

    def _add(self, parts: Sequence[str], kind: OddityKind, sentence: Text) -> None:
        self._oddities.append(oddity(parts, kind, sentence))


def _modified(entry: os.DirEntry[str]) -> datetime | None:
    try:
        return datetime.fromtimestamp(entry.stat(follow_symlinks=False).st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return None
