"""Examples kept on disk: what Hypothesis has drawn for one version of an exercise is not drawn again.

Kept in the user's cache folder as plain data, in the form in which values cross the wall: nothing of it is
executed when it is read. What is not there, cannot be read or cannot be kept is drawn.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import platformdirs
import torch

import grader
from grader.claims.falsified import Arguments
from grader.judge.properties import Property
from grader.wire import messages as m
from grader.wire.decoding import Decoder, build_plain
from grader.wire.encoding import Encoder, LayoutCodec
from grader.wire.frames import ProtocolError

Example = Mapping[str, Any]

# What of this program has a part in what is drawn and in how it is kept.
DRAWS = (
    "author.py",
    "claims/falsified.py",
    "judge/constants.py",
    "judge/corpus.py",
    "judge/kept.py",
    "judge/properties.py",
)
DRAWING_PACKAGES = ("strategies", "wire")
LIBRARIES = ("hypothesis", "numpy", "torch")
UNUSED_SECONDS = 60 * 24 * 3600
PLAIN = (type(None), bool, int, float, complex, str, torch.dtype, torch.Size, torch.device, torch.Tensor)
RECORD = "a record: "  # stands before the fields of a dataclass


class NotKeepable(Exception):
    """A value that would not come back as it went."""


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """One example: its values, and the bytes of its storages."""

    value: m.Value
    storages: list[bytes]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(list[Kept])


def read(prop: Property, seed: int) -> tuple[Example, ...] | None:
    """Return the examples that are kept of a property, or None."""
    if not prop.version:
        return None
    path = path_of(prop, seed)
    try:
        examples = tuple(restored(kept, prop) for kept in _DECODER.decode(path.read_bytes()))
        os.utime(path)
    except (OSError, msgspec.MsgspecError, ProtocolError, KeyError, TypeError, ValueError):
        return None
    return examples


def write(prop: Property, seed: int, examples: tuple[Example, ...]) -> None:
    """Keep examples for the next run; a folder that cannot be written to is nobody's concern."""
    if not prop.version:
        return
    try:
        data = _ENCODER.encode([encoded(example, prop) for example in examples])
    except NotKeepable:
        return
    path = path_of(prop, seed)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        put(path, data)
        remove_unused(path.parent)


def put(path: Path, data: bytes) -> None:
    """Write a file as a whole or not at all."""
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        os.unlink(name)
        raise


@cache
def remove_unused(folder: Path) -> None:
    """Remove what nobody has used for a long time; once in a process."""
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > UNUSED_SECONDS:
                path.unlink()


def path_of(prop: Property, seed: int) -> Path:
    """Return where a property's examples are kept: its text, its seed and all that draws decide."""
    parts = (program(), prop.version, prop.name, str(seed))
    name = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return platformdirs.user_cache_path("tensorgrade") / "examples" / name


@cache
def program() -> str:
    """Return a hash of the code that draws: ours, that of the libraries, Python's."""
    folder = Path(grader.__file__).parent
    packages = [path for name in DRAWING_PACKAGES for path in sorted((folder / name).rglob("*.py"))]
    digest = hashlib.sha256(repr([sys.version, *(version(name) for name in LIBRARIES)]).encode())
    for path in [*(folder / name for name in DRAWS), *packages]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def encoded(example: Example, prop: Property) -> Kept:
    """Turn an example into plain data; raise `NotKeepable` where it would not come back the same."""
    encoder = Encoder(LayoutCodec(), refuse)
    value = encoder.encode(plain(dict(example), records(prop), set()))
    return Kept(value, [bytes(part) for part in encoder.storages.parts])


def refuse(value: object, why: str) -> m.Value:
    """Refuse what is not plain data."""
    raise NotKeepable(f"{type(value).__name__}: {why}")


def plain(value: Any, known: Mapping[str, type], seen: set[int]) -> Any:
    """Return a value with its records taken apart."""
    kind = type(value)
    if kind is str and not value.isprintable():
        raise NotKeepable("a string that the wire would rewrite")
    if kind in PLAIN or kind is np.ndarray or isinstance(value, np.generic):
        return value
    if kind in (list, dict):
        if id(value) in seen:
            raise NotKeepable("a container that is in two places")
        seen.add(id(value))
    if kind is dict:
        return {key: plain(item, known, seen) for key, item in value.items()}
    if kind in (list, tuple):
        return kind(plain(item, known, seen) for item in value)
    if known.get(kind.__qualname__) is kind:
        fields = (getattr(value, field.name) for field in dataclasses.fields(value))
        return (RECORD + kind.__qualname__, *(plain(item, known, seen) for item in fields))
    raise NotKeepable(kind.__qualname__)


def restored(kept: Kept, prop: Property) -> Example:
    """Turn plain data into the example it was."""
    sizes = [len(storage) for storage in kept.storages]
    decoder = Decoder(bytearray().join(kept.storages), sizes, no_handle, build_plain)
    example: Example = rebuilt(decoder.decode(kept.value), records(prop))
    return example


def no_handle(value: m.HandleValue) -> object:
    """Refuse a handle: nothing is alive on the other side."""
    raise ProtocolError("an example that is kept has no handles")


def rebuilt(value: Any, known: Mapping[str, type]) -> Any:
    """Return a value with its records put together."""
    kind = type(value)
    if kind is dict:
        return {key: rebuilt(item, known) for key, item in value.items()}
    if kind is tuple and value and type(value[0]) is str and value[0].startswith(RECORD):
        return known[value[0].removeprefix(RECORD)](*(rebuilt(item, known) for item in value[1:]))
    if kind in (list, tuple):
        return kind(rebuilt(item, known) for item in value)
    return value


def records(prop: Property) -> dict[str, type]:
    """Return the dataclasses that a property's examples may be made of: its file's own, and `Arguments`."""
    module = prop.inner.__globals__
    own = {
        value.__qualname__: value
        for value in module.values()
        if isinstance(value, type) and dataclasses.is_dataclass(value) and is_plain_record(value)
    }
    return own | {Arguments.__qualname__: Arguments}


def is_plain_record(kind: type) -> bool:
    """Tell whether a dataclass is its fields, in order, and nothing more."""
    return all(field.init and not field.kw_only for field in dataclasses.fields(kind)) and not hasattr(
        kind, "__post_init__"
    )
