"""Checking a hand-in: is everything in it as it was when it was signed?"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from grader.handin.record import LIST, SIGNATURE, Manifest, read_manifest
from grader.model import Text, text

Read = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not as it was signed: a path in the zip, and a sentence."""

    path: str
    text: Text


def examine(names: Sequence[str], read: Read) -> tuple[str, tuple[Fault, ...]]:
    """Return the student's name as the list gives it, and all faults. ``read`` may raise OSError."""
    try:
        data = read(LIST)
        manifest = read_manifest(data)
    except (OSError, ValueError) as error:
        return "", (Fault(LIST, _damaged(error)),)
    faults = [*_signature(manifest, data, names, read), *_files(manifest, names, read)]
    return manifest.student, tuple(faults)


def _damaged(error: Exception) -> Text:
    return text(
        "The list of what was signed cannot be read ({why}): nothing shows whether this was altered. Ask for "
        "the zip as `grade submit` wrote it.",
        why=str(error)[:200],
    )


def _signature(manifest: Manifest, data: bytes, names: Sequence[str], read: Read) -> Iterator[Fault]:
    try:
        signature = base64.b64decode(read(SIGNATURE).strip(), validate=True)
        public = base64.b64decode(manifest.key, validate=True)
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (OSError, ValueError, InvalidSignature):
        sentence = text(
            "The signature does not fit the list: the list was altered after it was signed. Ask for the zip "
            "as `grade submit` wrote it."
        )
        yield Fault(LIST, sentence)


def _files(manifest: Manifest, names: Sequence[str], read: Read) -> Iterator[Fault]:
    listed = {file.path: file.sha256 for file in manifest.files}
    for path, digest in listed.items():
        if path not in names:
            yield Fault(path, text("It was signed, and is not there any more. Ask for the zip as it was."))
        elif _digest(path, read) != digest:
            yield Fault(path, text("It was altered after it was signed. What is there now was graded."))
    for path in names:
        if path not in (LIST, SIGNATURE, *listed):
            yield Fault(path, text("It was added after the rest was signed. What is there now was graded."))


def _digest(path: str, read: Read) -> str:
    try:
        return hashlib.sha256(read(path)).hexdigest()
    except OSError:
        return ""  # too large, or damaged: not what was signed
