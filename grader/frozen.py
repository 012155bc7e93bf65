"""``examples.json``: the stub as it was handed out, and the public examples with the reference's answers."""

from __future__ import annotations

import msgspec

from grader.errors import ContentError

FORMAT = 1


class Bound(msgspec.Struct, frozen=True):
    """How far a right answer may lie from the exact one, element by element; both as Python source."""

    exact: str
    within: str


class Example(msgspec.Struct, frozen=True, omit_defaults=True):
    """A call and its answer as Python source, or ``raises NAME``; ``bounds`` by path, where known."""

    call: str
    returns: str
    bounds: dict[str, Bound] = {}


class Examples(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file. The order of the keys is the order in which they are written."""

    format: int = FORMAT
    stub: str
    examples: tuple[Example, ...] = ()


def read_frozen(data: bytes, shown: str) -> Examples:
    """Read the file's bytes; ``shown`` is what messages call it. A damaged one is a `ContentError`."""
    try:
        return msgspec.json.decode(data, type=Examples)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        hint = "Freeze it again: grade validate --freeze. In a release: get the release again."
        raise ContentError(f"{shown} is damaged: {error}.", hint) from error


def write_frozen(frozen: Examples) -> str:
    """Return the file's text."""
    return msgspec.json.format(msgspec.json.encode(frozen), indent=1).decode() + "\n"
