"""Quizzes as pages: a result with its explanations, a paper to print with the answers apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from grader.i18n import Translator
from grader.model import format_score
from grader.quiz.marking import Mark, mark, stated
from grader.quiz.session import Item
from grader.quiz.variant import Variant
from grader.report.html import render
from grader.report.keys import key_shown, reasons
from grader.report.markup import html_of

DIGEST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Shown:
    """A variant as a page shows it, and where it was answered the last answer."""

    variant: Variant
    text: Markup
    why: tuple[Markup, ...]
    key: str
    stated: tuple[str, ...]
    item: Item | None = None
    answer: Mark | None = None

    @property
    def digest(self) -> str:
        """The beginning of the variant's hash."""
        return self.variant.sha256[:DIGEST_SHOWN]


def result_page(items: Sequence[Item], tr: Translator) -> str:
    """Render a quiz that is over: every question, what was answered, what is right and why."""
    shown = [_shown(item.variant, tr, item) for item in items]
    points = sum((item.result.points for item in items), Fraction())
    most = sum((item.result.max_points for item in items), Fraction())
    total = f"{format_score(points)} / {format_score(most)}"
    return render("quiz.html", tr, shown=shown, total=total, html_of=html_of)


def paper_page(variants: Sequence[Variant], tr: Translator) -> str:
    """Render a paper: the questions, then the answers on pages of their own; seeds and hashes beside them."""
    shown = [_shown(variant, tr) for variant in variants]
    most = sum(variant.policy.points for variant in variants)
    return render("paper.html", tr, shown=shown, most=most, html_of=html_of)


def _shown(variant: Variant, tr: Translator, item: Item | None = None) -> Shown:
    tries = item.response.read if item else ()
    return Shown(
        variant,
        html_of(tr.bilingual(variant.text)),
        tuple(html_of(tr.bilingual(why)) for why in reasons(variant)),
        key_shown(variant, tr),
        tuple(tr(sentence) for sentence in stated(variant)),
        item,
        mark(variant, tries[-1].fields) if tries else None,
    )
