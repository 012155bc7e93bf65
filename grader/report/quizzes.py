"""Quizzes as pages: a result with its explanations, a paper to print with the answers apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from grader.i18n import Translator
from grader.model import Bilingual, format_score
from grader.quiz.marking import Mark, mark, stated
from grader.quiz.session import Item
from grader.quiz.variant import NOTHING, Part, Variant
from grader.report.html import render
from grader.report.markup import html_of

DIGEST_SHOWN = 12


def blank_sign(name: str) -> str:
    """Return how a blank is shown where it stands."""
    return f"⟦{name}⟧"


def reasons(variant: Variant) -> Iterator[Bilingual]:
    """Yield why what is right is right: of the whole, of each part, of the right options."""
    if variant.why != NOTHING:
        yield variant.why
    for part in variant.parts:
        if part.why != NOTHING and part.why != variant.why:
            yield part.why
        labels = part.key.replace(",", " ").split()
        for choice in part.choices:
            if choice.label in labels and not choice.tag and choice.why not in (NOTHING, variant.why):
                yield choice.why


def key_shown(variant: Variant, tr: Translator) -> str:
    """Return what is right, as a reader types it, with the text of options."""
    return "; ".join(_key_of(part, tr) for part in variant.parts)


def _key_of(part: Part, tr: Translator) -> str:
    texts = {choice.label: _plain(tr.bilingual(choice.text)) for choice in part.choices}
    name = f"{blank_sign(part.name)} " if part.name else ""
    chosen = texts.get(part.key)
    return f"{name}{part.key}) {chosen}" if chosen else f"{name}{part.key}"


def _plain(markdown: str) -> str:
    """Return an option that is code and nothing else without the marks that say so."""
    code = markdown[1:-1]
    return code if markdown == f"`{code}`" and "`" not in code else markdown


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
