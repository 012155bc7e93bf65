"""What a hand-in's list says: ``tensorgrade.json`` in the zip, signed by ``tensorgrade.sig``."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

import msgspec

LIST = "tensorgrade.json"
SIGNATURE = "tensorgrade.sig"
FORMAT = 1

Line = Annotated[str, msgspec.Meta(max_length=200)]
Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class Listed(msgspec.Struct, frozen=True):
    """One file: its path in the zip, the SHA-256 of its bytes, the exercise that it is about."""

    path: Line
    sha256: Digest
    exercise: Line


class Manifest(msgspec.Struct, frozen=True):
    """Who signed what, when by their own clock, with which key (Ed25519, base64).

    ``release`` is the SHA-256 of the ``release.toml`` that the student worked with, empty without one.
    """

    format: int
    student: Line
    signed_at: Line
    assignment: Line
    release: Line
    tensorgrade: Line
    key: Line
    files: Annotated[tuple[Listed, ...], msgspec.Meta(max_length=1000)]


def is_handin(names: Collection[str]) -> bool:
    """Tell by the names in a zip whether it is a hand-in, or was one."""
    return LIST in names


def read_manifest(data: bytes) -> Manifest:
    """Read the list. Raises ValueError where it is none."""
    try:
        return msgspec.json.decode(data, type=Manifest)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from error


def write_manifest(manifest: Manifest) -> bytes:
    """Return the bytes that are signed."""
    return msgspec.json.format(msgspec.json.encode(manifest)) + b"\n"
