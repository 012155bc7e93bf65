"""Packing a course into a sealed file, and opening one in memory.

The file: a line in the clear (format, fingerprint of the key), then a Fernet token (AES-128 in CBC mode, HMAC
with SHA-256) round a zip of the course's files by their names in the course.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cryptography.fernet import InvalidToken

from grader.catalog import SLUG, Catalog, hidden_folder
from grader.content import MemoryContent
from grader.errors import ContentError, KeyRefused, SealedUnreadable
from grader.seal.keys import KEY_VARIABLE, Key

FORMAT = 1
HEAD = re.compile(rb"tensorgrade-sealed (\d+) key ([0-9a-f]{16})\n")
NAME = "course"  # the entry of the zip that holds the course's name
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Opened:
    """A sealed file, opened: the course's name, its files, its exercises."""

    name: str
    content: MemoryContent
    slugs: tuple[str, ...]


def seal(catalog: Catalog, slugs: Iterable[str], key: Key) -> bytes:
    """Return the sealed file: everything of these exercises, the statement as well as the solutions.

    What students get is in it, too, because it decides what is graded: in a runner the folder
    ``exercises/`` is the student's. Raises `ContentError` where an exercise has no hidden properties here.
    """
    files = {NAME: catalog.root.name.encode()}
    for slug in slugs:
        catalog.load(slug)
        if not catalog.has_solution(slug):
            where = catalog.content.shown(hidden_folder(slug))
            raise ContentError(f"{where} has no test_{slug}.py.", "Seal where the solutions are.")
        files |= dict(catalog.files(slug))
    if catalog.content.has("exercises/path.toml"):
        files["exercises/path.toml"] = catalog.content.read("exercises/path.toml")
    head = f"tensorgrade-sealed {FORMAT} key {key.fingerprint}\n".encode()
    return head + key.cipher().encrypt(_zipped(files)) + b"\n"


def open_sealed(data: bytes, key: Key) -> Opened:
    """Decrypt a sealed file in memory.

    Raises `SealedUnreadable` where it is none, is damaged or altered, and `KeyRefused` for another key.
    """
    head = HEAD.match(data)
    if head is None or int(head[1]) != FORMAT:
        first = data[:40].split(b"\n", 1)[0]
        raise SealedUnreadable(
            f"This is not a sealed file of format {FORMAT}: it begins with {first!r}.",
            "`grade seal OUT.sealed` makes one.",
        )
    if head[2].decode() != key.fingerprint:
        key.cipher()  # what is no key at all is said first
        raise KeyRefused(
            f"The file is sealed with the key {head[2].decode()}; "
            f"{KEY_VARIABLE} holds the key {key.fingerprint}.",
            "Take the key it was sealed with, or seal again.",
        )
    try:
        packed = key.cipher().decrypt(data[head.end() :].strip())
    except InvalidToken:
        raise SealedUnreadable(
            "The sealed file was altered or damaged after it was sealed.", "Take the original, or seal again."
        ) from None
    return _opened(_unzipped(packed))


def _opened(files: Mapping[str, bytes]) -> Opened:
    names = (name.split("/") for name in files)
    slugs = tuple(sorted(parts[1] for parts in names if parts[::2] == ["exercises", "exercise.toml"]))
    content = MemoryContent({name: data for name, data in files.items() if name != NAME})
    return Opened(files[NAME].decode(), content, tuple(slug for slug in slugs if SLUG.fullmatch(slug)))


def _zipped(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            # One date for all: equal courses are equal before they are encrypted.
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _unzipped(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
