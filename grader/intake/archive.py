"""A zip of submissions, read into memory member by member under limits; nothing is ever extracted."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from grader.course import Oddity, OddityKind
from grader.intake.folder import too_large
from grader.intake.names import folded, shown
from grader.intake.records import Refused, TimeSource
from grader.intake.tree import LITTER, Listing, Member, oddity
from grader.model import Text, text

MEMBERS = 10_000
INFLATED_BYTES = 512 << 20
RATIO = 200
# Room for names and extra fields of `MEMBERS` entries; a longer directory is not even parsed.
DIRECTORY_BYTES = MEMBERS * 1024

_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_BYTES = 20
# The last record may carry a comment of 64 KiB.
_TAIL_BYTES = (1 << 16) + _END.size + _END64.size + _LOCATOR_BYTES
_LOCAL_HEADER_BYTES = 30
_ENCRYPTED = 0x1 | 0x40
_TIMESTAMP = 0x5455
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"[A-Za-z]:")

_LINK = text("The member is a symbolic link; links are not followed. Ask for the file itself.")
_OUTSIDE = text(
    "The member's name leads out of the archive or is not portable (an absolute path, `..`, a drive, a "
    "backslash or a NUL); it was not read. Pack the folder again with relative names."
)
_ENCRYPTED_TEXT = text("The member is encrypted; it was not read. Ask for an archive without a password.")
_TWICE = text(
    "Several members have this name, or names that differ only by case or by how accents are stored; none "
    "was read. Ask which one counts."
)
_OVERLAP = text(
    "The member shares its bytes with another one, as in a zip bomb; neither was read. Pack it again."
)
_SPECIAL = text("The member is no plain file (a device, pipe or socket); it was not read. Ask for a file.")
_METHOD = text("The member is compressed by a method other than deflate; it was not read. Pack it again.")


class ArchiveTree:
    """The members of a zip. Use as a context manager; raises `Refused` where it is no readable zip.

    ``packed`` are its bytes where it lies in another one; ``path`` is what records call it then.
    """

    source = TimeSource.ARCHIVE

    def __init__(self, path: Path, packed: bytes | None = None) -> None:
        try:
            with path.open("rb") if packed is None else io.BytesIO(packed) as file:
                _require_small_directory(file)
            self._zip = zipfile.ZipFile(path if packed is None else io.BytesIO(packed))
        except _BROKEN as error:
            raise _broken(error) from error
        self._path = path
        self._inflated = 0
        self._infos: dict[tuple[str, ...], zipfile.ZipInfo] = {}

    def __enter__(self) -> ArchiveTree:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def list(self) -> Listing:
        """Look at the directory of the archive. Raises `Refused` where it has too many members."""
        infos = self._zip.infolist()
        if len(infos) > MEMBERS:
            raise _too_many(len(infos))
        refused = _Refusals(infos)
        folders: set[str] = set()
        repositories: set[str] = set()
        ignored = 0
        for info in infos:
            parts = _parts(info)
            if not LITTER.isdisjoint(parts):
                ignored += 1
                repositories.update(parts[:1] if parts[1:2] == (".git",) else ())
            elif not refused.refuses(info, parts):
                folders.update(parts[:1] if info.is_dir() or len(parts) > 1 else ())
                if not info.is_dir():
                    self._infos[parts] = info
        members = (Member(parts, _modified(info)) for parts, info in sorted(self._infos.items()))
        return Listing(
            tuple(members), frozenset(folders), frozenset(repositories), tuple(refused.rows), ignored
        )

    def read(self, member: Member, limit: int) -> bytes:
        """Inflate a member in memory. Raises `Refused` past ``limit``, or past what we ever inflate."""
        info = self._infos[member.parts]
        if info.file_size > limit:
            raise too_large(info.file_size, limit)
        if self._inflated + info.file_size > INFLATED_BYTES:
            sentence = text(
                "The archive holds more than {limit} bytes; the rest was not read. Unpack it and grade the "
                "folder.",
                limit=INFLATED_BYTES,
            )
            raise Refused(OddityKind.ARCHIVE, sentence)
        self._inflated += info.file_size
        try:
            with self._zip.open(info) as file:
                return file.read(limit + 1)
        except _BROKEN as error:
            raise _broken(error) from error

    def path(self, member: Member) -> Path:
        """Return the archive's path with the member's name below it."""
        return self._path.joinpath(*member.parts)


# zipfile raises the last four for members whose headers lie.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def _broken(error: Exception) -> Refused:
    sentence = text(
        "The zip is damaged or not one: {reason}. Download or pack it again.", reason=shown(str(error))
    )
    return Refused(OddityKind.ARCHIVE, sentence)


def _too_many(count: int) -> Refused:
    sentence = text(
        "The archive has {count} members; at most {limit} are read. Unpack it and grade the folder.",
        count=count,
        limit=MEMBERS,
    )
    return Refused(OddityKind.TOO_MANY, sentence)


def _require_small_directory(file: BinaryIO) -> None:
    """Refuse an archive by what its last record claims, before anything of that size is parsed."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL_BYTES))
    count, directory = _claims(file.read())
    if count > MEMBERS:
        raise _too_many(count)
    if directory > DIRECTORY_BYTES:
        sentence = text(
            "The archive's table of contents has {size} bytes; at most {limit} are read. Unpack it and grade "
            "the folder.",
            size=directory,
            limit=DIRECTORY_BYTES,
        )
        raise Refused(OddityKind.TOO_MANY, sentence)


def _claims(tail: bytes) -> tuple[int, int]:
    """Return how many members, and how long a directory, an archive's last record claims."""
    # As zipfile does it: a record without a comment stands at the very end, whatever its fields look like.
    at = len(tail) - _END.size
    if tail[at : at + 4] != b"PK\5\6" or tail[-2:] != b"\0\0":
        at = tail.rfind(b"PK\5\6")
    _, _, _, _, count, directory, _, _ = _END.unpack_from(tail, at)
    wide = at - _LOCATOR_BYTES - _END64.size
    if wide < 0 or tail[wide : wide + 4] != b"PK\6\6" or tail[at - _LOCATOR_BYTES :][:4] != b"PK\6\7":
        return count, directory
    *_, count, directory, _ = _END64.unpack_from(tail, wide)
    return count, directory


class _Refusals:
    """Which members are not read, and the rows that say so."""

    def __init__(self, infos: Sequence[zipfile.ZipInfo]) -> None:
        self.rows: list[Oddity] = []
        self._twice = _repeated(infos)
        self._overlapping = _overlapping(infos)

    def refuses(self, info: zipfile.ZipInfo, parts: tuple[str, ...]) -> bool:
        kind, sentence = self._reason(info)
        if sentence is not None:
            self.rows.append(oddity(parts, kind, sentence))
        return sentence is not None

    def _reason(self, info: zipfile.ZipInfo) -> tuple[OddityKind, Text | None]:
        checks = (
            (_is_outside(info), OddityKind.ARCHIVE, _OUTSIDE),
            (_mode(info) == stat.S_IFLNK, OddityKind.LINK, _LINK),
            (_mode(info) not in (0, stat.S_IFREG, stat.S_IFDIR), OddityKind.NOT_A_FILE, _SPECIAL),
            (bool(info.flag_bits & _ENCRYPTED), OddityKind.ARCHIVE, _ENCRYPTED_TEXT),
            (_collapsed(info) in self._twice, OddityKind.ARCHIVE, _TWICE),
            (info.header_offset in self._overlapping, OddityKind.ARCHIVE, _OVERLAP),
            (info.compress_type not in _METHODS, OddityKind.ARCHIVE, _METHOD),
            (info.file_size > RATIO * max(info.compress_size, 1), OddityKind.ARCHIVE, _ratio(info)),
        )
        return next(
            ((kind, sentence) for holds, kind, sentence in checks if holds), (OddityKind.ARCHIVE, None)
        )


def _ratio(info: zipfile.ZipInfo) -> Text:
    return text(
        "The member would grow from {packed} to {size} bytes, more than {limit} times; it was not inflated. "
        "Ask for the code only.",
        packed=info.compress_size,
        size=info.file_size,
        limit=RATIO,
    )


def _parts(info: zipfile.ZipInfo) -> tuple[str, ...]:
    return tuple(part for part in info.orig_filename.split("/") if part not in ("", "."))


def _is_outside(info: zipfile.ZipInfo) -> bool:
    name = info.orig_filename
    parts = _parts(info)
    unusual = name.startswith("/") or "\\" in name or "\0" in name or not parts
    return unusual or ".." in parts or _DRIVE.match(name) is not None


def _mode(info: zipfile.ZipInfo) -> int:
    return stat.S_IFMT(info.external_attr >> 16)


def _collapsed(info: zipfile.ZipInfo) -> str:
    return folded("/".join(_parts(info)))


def _repeated(infos: Iterable[zipfile.ZipInfo]) -> frozenset[str]:
    counts = Counter(_collapsed(info) for info in infos if not info.is_dir())
    return frozenset(name for name, count in counts.items() if count > 1)


def _overlapping(infos: Iterable[zipfile.ZipInfo]) -> frozenset[int]:
    """Return the offsets of members that begin before an earlier one has ended, and those they overlap."""
    found: set[int] = set()
    end, owner = 0, -1
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            found.update((info.header_offset, owner))
        least = _LOCAL_HEADER_BYTES + len(info.orig_filename) + info.compress_size
        if info.header_offset + least > end:
            end, owner = info.header_offset + least, info.header_offset
    return frozenset(found)


def _modified(info: zipfile.ZipInfo) -> datetime | None:
    """Return the extended timestamp (UTC) where there is one, else the local time of the DOS field."""
    extra = info.extra
    while len(extra) >= 4:
        tag, size = struct.unpack_from("<HH", extra)
        if tag == _TIMESTAMP and size >= 5 and len(extra) >= 9 and extra[4] & 1:
            return datetime.fromtimestamp(struct.unpack_from("<l", extra, 5)[0], UTC)
        extra = extra[4 + size :]
    try:
        return datetime(*info.date_time).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
