"""Who signs: a name and an Ed25519 key, made once and kept with the user's other settings."""

from __future__ import annotations

import base64
import getpass
import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from platformdirs import user_config_path

from grader.errors import UsageError

FINGERPRINT = 16


@dataclass(frozen=True, slots=True)
class Identity:
    """A student's name, and the key that signs for them; the key is in no message."""

    name: str
    private: bytes = field(repr=False)

    @property
    def public(self) -> str:
        """The public key, base64."""
        return encoded(self._key().public_key().public_bytes_raw())

    @property
    def fingerprint(self) -> str:
        """The first digits of the public key's SHA-256: enough to compare by eye."""
        return fingerprint(self.public)

    def sign(self, data: bytes) -> str:
        """Return a signature, base64."""
        return encoded(self._key().sign(data))

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.private)


class _File(msgspec.Struct, frozen=True):
    name: str
    key: str
    format: int = 1


def encoded(data: bytes) -> str:
    """Return bytes in base64."""
    return base64.b64encode(data).decode()


def fingerprint(public: str) -> str:
    """Return the short form of a public key."""
    return hashlib.sha256(public.encode()).hexdigest()[:FINGERPRINT]


def identity_path() -> Path:
    """Return where the identity is kept."""
    return user_config_path("tensorgrade") / "identity.json"


def take_identity(name: str = "") -> Identity:
    """Return the identity of this user, made where there is none; a name that is given is remembered.

    Raises `UsageError` where it can be neither read nor written.
    """
    path = identity_path()
    try:
        known = _read(path) if path.exists() else Identity(_login(), os.urandom(32))
        wanted = Identity(name.strip() or known.name, known.private)
        if wanted != known or not path.exists():
            _write(path, wanted)
    except OSError as error:
        hint = "It holds the key that signs what you hand in: check the folder's permissions."
        raise UsageError(f"{path} cannot be used: {error.strerror}.", hint) from error
    return wanted


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may have a user without a name
        return "student"


def _read(path: Path) -> Identity:
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
        identity = Identity(file.name, base64.b64decode(file.key, validate=True))
        identity.sign(b"")
    except ValueError as error:
        hint = "Move it away: grade submit makes another key, and your instructor sees another one."
        raise UsageError(f"{path} is damaged: {error}.", hint) from error
    return identity


def _write(path: Path, identity: Identity) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = msgspec.json.encode(_File(identity.name, encoded(identity.private)))
    # Private from the first byte on: who reads it can sign as this student.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
