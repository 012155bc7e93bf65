"""Keys: made, read from a file, and taken out of the environment so that no child process inherits them."""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.fernet import Fernet

from grader.errors import KeyRefused

KEY_VARIABLE = "TENSORGRADE_KEY"
FINGERPRINT = 16
ENV_START, ENV_END = 50 - 3, 51 - 3  # fields 50 and 51 of /proc/self/stat; field 3 stands after the name


@dataclass(frozen=True, slots=True)
class Key:
    """A key; its text is in no message, not even in its ``repr``."""

    text: str = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """What tells keys apart and says nothing of them."""
        return hashlib.sha256(b"tensorgrade key\0" + self.text.encode()).hexdigest()[:FINGERPRINT]

    def cipher(self) -> Fernet:
        """Return what encrypts and decrypts. Raises `KeyRefused` where the text is no key."""
        try:
            return Fernet(self.text)
        except ValueError:
            raise KeyRefused(
                f"The key has {len(self.text)} characters and is not a key of ours.",
                "A key is the one line that `grade seal --new-key` prints: 44 letters, digits, - _ and =.",
            ) from None


def new_key() -> Key:
    """Make a key."""
    return Key(Fernet.generate_key().decode())


def read_key(path: Path) -> Key:
    """Read a key file. Raises `KeyRefused` where it cannot be read."""
    try:
        return Key(path.read_text(encoding="ascii").strip())
    except (OSError, UnicodeDecodeError) as error:
        raise KeyRefused(f"{path} cannot be read: {error}.", "`grade seal --new-key` makes a key.") from error


def take_key(environment: MutableMapping[str, str] = os.environ) -> Key | None:
    """Return the key from the environment and remove it there; None where there is none.

    The kernel shows a process's first environment for as long as it lives: it is overwritten there, too.
    """
    text = environment.pop(KEY_VARIABLE, "").strip()
    if environment is os.environ and sys.platform == "linux":
        _overwrite_shown_environment()
    return Key(text) if text else None


def _overwrite_shown_environment() -> None:
    """Blank the variable's value in ``/proc/self/environ``, which a process of the same user may read."""
    try:
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        start, end = int(fields[ENV_START]), int(fields[ENV_END])
        shown = Path("/proc/self/environ").read_bytes()
    except (OSError, ValueError, IndexError):
        return  # no /proc: then nobody reads it there
    name = f"{KEY_VARIABLE}=".encode()
    at = 0
    for entry in shown.split(b"\0"):
        if entry.startswith(name) and start and start + at + len(entry) <= end:
            ctypes.memset(start + at + len(name), ord("-"), len(entry) - len(name))
        at += len(entry) + 1
