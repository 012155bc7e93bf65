"""File names for pages about people and exercises, whatever those are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 60

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def page_names(names: Iterable[str]) -> dict[str, str]:
    """Give every name a file stem of letters, digits, ``-`` and ``_`` that no other name has.

    Two stems never differ by case alone, since some file systems would take them for one.
    """
    stems: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        stem = _free(_stem(name), taken)
        taken.add(stem.casefold())
        stems[name] = stem
    return stems


def _stem(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name.encode("utf-8", "replace").decode("utf-8"))
    stem = re.sub(r"[^\w-]+", "-", plain).strip("-")[:LONGEST] or "unnamed"
    return f"{stem}-" if _DEVICES.fullmatch(stem) else stem


def _free(stem: str, taken: set[str]) -> str:
    candidate, number = stem, 2
    while candidate.casefold() in taken:
        candidate, number = f"{stem}-{number}", number + 1
    return candidate
