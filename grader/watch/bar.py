"""Progress in one line, in terminal columns: a Chinese character takes two."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from grader.i18n import Translator
from grader.model import Bilingual

WIDEST_BAR = 40
NARROWEST_BAR = 6

_ERASE_LINE = "\r\x1b[K"


def columns_of(line: str) -> int:
    """Return how many terminal columns ``line`` takes."""
    return sum(_columns_of_character(character) for character in line)


def fit(line: str, columns: int) -> str:
    """Shorten ``line`` to ``columns``, with a visible ellipsis where something is lost."""
    if columns_of(line) <= columns:
        return line
    kept = line
    while kept and columns_of(kept) > columns - 1:
        kept = kept[:-1]
    return f"{kept}…" if columns > 0 else ""


def pad(line: str, columns: int) -> str:
    """Fill ``line`` with blanks up to ``columns``."""
    return line + " " * (columns - columns_of(line))


def progress_bar(done: int, total: int, columns: int) -> str:
    """Return ``[####>----] 3/6``, or only ``3/6`` where ``columns`` leaves no room for a bar."""
    count = f"{done}/{total}"
    room = min(columns - len(count) - 3, WIDEST_BAR)
    if room < NARROWEST_BAR or total < 1:
        return count
    filled = room * min(done, total) // total
    head = ">" if filled < room else ""
    return f"[{'#' * filled}{head}{'-' * (room - filled - len(head))}] {count}"


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """Shows how far a grading is, over and over in the same terminal line."""

    write: Callable[[str], object]
    tr: Translator
    columns: int

    def __call__(self, done: int, total: int, title: Bilingual) -> None:
        """Show that ``done`` of ``total`` properties are judged and which one is next."""
        bar = progress_bar(done, total, self.columns // 2)
        self.write(_ERASE_LINE + fit(f"{bar} {self.tr.bilingual(title)}", self.columns - 1))

    def erase(self) -> None:
        """Leave the line empty."""
        self.write(_ERASE_LINE)


def _columns_of_character(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
