"""Numbers and texts as other programs read them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from grader.report.visible import visible

Cell = str | Decimal
CENT = Decimal("0.01")
# What a spreadsheet takes for the beginning of a formula; OWASP's list.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def rounded(points: Fraction) -> Decimal:
    """Return points with two decimals, halves away from zero: ``22/3`` is 7.33."""
    exact = Decimal(points.numerator) / Decimal(points.denominator)
    return exact.quantize(CENT, ROUND_HALF_UP)


def harmless(words: str) -> str:
    """Return a stranger's text that no spreadsheet runs: an apostrophe before what would be a formula."""
    shown = visible(words)
    return f"'{shown}" if shown.startswith(FORMULA) else shown


def csv_of(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as CSV in UTF-8 with a byte order mark, by which Excel knows it; texts made harmless."""
    return b"\xef\xbb\xbf" + plain_csv([[_written(cell) for cell in row] for row in rows])


def plain_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV in UTF-8, exactly as they are."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _written(cell: Cell) -> str:
    return str(cell) if isinstance(cell, Decimal) else harmless(cell)
