"""What every text for a terminal is made with: blocks of lines, wrapped to a width, coloured or not."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text as Line

from grader.i18n import Translator
from grader.report.visible import split_at, visible

NARROWEST = 24

Block = list[RenderableType]


def wants_color(environ: Mapping[str, str], stream: TextIO) -> bool:
    """Say whether to colour what goes to this stream: a terminal that is not dumb, and no ``NO_COLOR``."""
    return stream.isatty() and environ.get("TERM") != "dumb" and not environ.get("NO_COLOR")


def write_report(report: str, stream: TextIO) -> None:
    """Write a report to a stream; what its encoding cannot say is written as an escape."""
    encoding = stream.encoding or "utf-8"
    stream.write(report.encode(encoding, "backslashreplace").decode(encoding))


@dataclass(frozen=True, slots=True)
class Page:
    """Who reads, and how many columns wide; shortens and translates."""

    tr: Translator
    width: int

    def heading(self, title: str) -> Line:
        """A line that opens a section."""
        return Line(visible(title), "bold")

    def shortened(self, text: str, limit: int) -> str:
        """A stranger's text, safe to show, cut after ``limit`` characters and saying so."""
        head, left_out = split_at(visible(text), limit)
        return head + self.tr(" … {count} more characters", count=left_out) if left_out else head


def columns_of(width: int | None) -> int:
    """Return the width to render for; the terminal's own where none is asked for."""
    return max(NARROWEST, width or shutil.get_terminal_size().columns)


def rendered(blocks: Iterable[Block], width: int, color: bool) -> str:
    """Render blocks with an empty line between them, without trailing blanks."""
    # An empty environment: rich's own guesses about colour and size must not change what we decided.
    console = Console(
        file=StringIO(), width=width, force_terminal=color, color_system="standard" if color else None,
        no_color=not color, highlight=False, markup=False, emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    with console.capture() as capture:
        for number, block in enumerate(filter(None, blocks)):
            if number:
                console.print()
            for part in block:
                console.print(part, soft_wrap=isinstance(part, Code))
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


class Code(Line):
    """Code to be copied: never wrapped, never indented."""


def indented(part: RenderableType, by: int = 2) -> Padding:
    """Set a part in from the left, wrapped lines included."""
    return Padding(part, (0, 0, 0, by), expand=False)
