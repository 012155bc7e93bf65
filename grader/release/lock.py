"""``release.toml``: what was released, by which versions. A course that has it is a release."""

from __future__ import annotations

import hashlib
import platform
import tomllib
from collections.abc import Mapping
from importlib.metadata import version

import msgspec
import tomlkit

import grader
from grader.errors import ContentError

FORMAT = 1


class Versions(msgspec.Struct, frozen=True):
    """The programs that the examples were rendered with."""

    tensorgrade: str
    torch: str
    python: str


class Released(msgspec.Struct, frozen=True):
    """An exercise: its slug, and the version of both of its folders (SHA-256, hexadecimal)."""

    slug: str
    version: str


class Lock(msgspec.Struct, frozen=True):
    """What ``release.toml`` says; ``files`` has the SHA-256 of every other file of the bundle."""

    format: int
    course: str
    assignment: str
    versions: Versions
    exercise: tuple[Released, ...]
    files: dict[str, str]


def make_lock(course: str, assignment: str, exercises: Mapping[str, str], files: Mapping[str, bytes]) -> Lock:
    """Return the lock of a bundle; ``exercises`` are versions by slug."""
    versions = Versions(grader.__version__, version("torch"), platform.python_version())
    released = tuple(Released(slug, number) for slug, number in exercises.items())
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    return Lock(FORMAT, course, assignment, versions, released, hashes)


def write_lock(lock: Lock) -> bytes:
    """Return the file."""
    document = tomlkit.document()
    document.add(tomlkit.comment("Made by grade release. Not to be edited: grade submit tells what it was."))
    document.update(msgspec.to_builtins(lock))
    return tomlkit.dumps(document).encode()


def read_lock(data: bytes, shown: str) -> Lock:
    """Read the file; ``shown`` is what messages call it."""
    try:
        return msgspec.convert(tomllib.loads(data.decode()), Lock)
    except (ValueError, msgspec.ValidationError) as error:
        raise ContentError(f"{shown} is damaged: {error}.", "Get the release again.") from error
