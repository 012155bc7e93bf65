"""The pairs as one page that stands alone, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.i18n import LANGUAGES, Translator, normalise, translator
from grader.report.html import SUFFIXES, render, write_page
from grader.similarity.records import Match, Rule
from grader.similarity.sides import Relation, left_out, rows_of

PAGE = "similar"


def write_pages(matches: Sequence[Match], compared: int, rule: Rule, out: Path, language: str) -> Path:
    """Write the page in both languages; return the one in ``language``. ``compared``: how many were read."""
    for tr in map(translator, LANGUAGES):
        write_page(out / f"{PAGE}{SUFFIXES[tr.language]}", page(matches, compared, rule, tr))
    return out / f"{PAGE}{SUFFIXES[normalise(language)]}"


def page(matches: Sequence[Match], compared: int, rule: Rule, tr: Translator) -> str:
    """Render the pairs."""
    shown = [(match, rows_of(match)) for match in matches[: rule.most]]
    return render(
        "similar.html", tr, page=PAGE, shown=shown, count=len(matches), compared=compared, rule=rule,
        Relation=Relation, left_out=left_out,
    )  # fmt: skip
