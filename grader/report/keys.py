"""What is right, and why, in words: for the terminal, which loads no pages, and for pages."""

from __future__ import annotations

from collections.abc import Iterator

from grader.i18n import Translator
from grader.model import Bilingual
from grader.quiz.variant import NOTHING, Part, Variant


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
