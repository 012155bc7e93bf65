"""What comes back from running a question's program: checked data, no torch."""

from __future__ import annotations

import msgspec


class Evaluated(msgspec.Struct, frozen=True, array_like=True):
    """A value as its type's name and its text: ``repr``, or the str itself; a tensor's dtype."""

    kind: str
    text: str
    dtype: str


class Raised(msgspec.Struct, frozen=True, array_like=True):
    """What the listing raised: its class's name and those of its bases, the message, the line."""

    classes: list[str]
    message: str
    line: int


class Performance(msgspec.Struct, frozen=True):
    """What one run of a question's program left."""

    values: dict[str, Evaluated]
    errors: dict[str, str]
    output: str
    raised: Raised | None
    torch: str
