"""Reading docstrings of properties, wheats and chaffs: English first line, Chinese second line, fields."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from grader.model import Bilingual

FIELD = re.compile(r"^(Notes|Equals):\s*(.+)$", re.MULTILINE)
HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Specimen:
    """What a wheat's or chaff's docstring says."""

    title: Bilingual
    notes: Bilingual | None
    equals: frozenset[str]


def bilingual(docstring: str) -> Bilingual:
    """Return the first line as English and the line after it as Chinese, if it is."""
    lines = [line.strip() for line in docstring.strip().splitlines()]
    english = lines[0] if lines else ""
    following = next((line for line in lines[1:] if line), "")
    return Bilingual(english, following if HAN.search(following) else "")


def specimen(source: str) -> Specimen:
    """Read a wheat's or chaff's docstring from its source, without running it."""
    docstring = ast.get_docstring(ast.parse(source)) or ""
    fields = dict(FIELD.findall(docstring))
    notes = fields.get("Notes")
    equals = frozenset(name.strip() for name in fields.get("Equals", "").split(",") if name.strip())
    return Specimen(bilingual(docstring), split_languages(notes) if notes else None, equals)


def split_languages(written: str) -> Bilingual:
    """Split ``English | Chinese``; without a bar both languages get the same text."""
    english, bar, chinese = written.partition("|")
    return Bilingual(english.strip(), chinese.strip() if bar else english.strip())
