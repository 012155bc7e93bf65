"""The bank as an author looks at it: proofs for the terminal, and every question as it will be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from grader.i18n import LANGUAGES, Translator, translator
from grader.model import Bilingual
from grader.quiz.marking import accepted, stated
from grader.quiz.proof import QuestionProof
from grader.quiz.variant import NOTHING, Choice, Part, Trap, Variant
from grader.report.html import SUFFIXES, render
from grader.report.keys import key_shown, reasons
from grader.report.markup import html_of


@dataclass(frozen=True, slots=True)
class Side:
    """A variant in one language: everything that is said about it, as HTML."""

    tr: Translator
    text: Markup
    prompts: tuple[Markup, ...]
    options: tuple[tuple[Choice, Markup, bool], ...]
    key: str
    notes: tuple[str, ...]
    why: tuple[Markup, ...]
    traps: tuple[tuple[str, str, Markup], ...]
    hints: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One variant in both languages."""

    variant: Variant
    sides: tuple[Side, ...]


def shown(variant: Variant) -> Shown:
    """Return a variant as a page shows it to its author."""
    return Shown(variant, tuple(_side(variant, translator(language)) for language in LANGUAGES))


def _side(variant: Variant, tr: Translator) -> Side:
    def page(words: Bilingual) -> Markup:
        return html_of(tr.bilingual(words))

    choices = [(part, choice) for part in _with_own_options(variant) for choice in part.choices]
    return Side(
        tr,
        page(variant.text),
        tuple(page(part.prompt) for part in variant.parts if part.prompt != NOTHING),
        tuple((choice, page(choice.text), _right(part, choice)) for part, choice in choices),
        key_shown(variant, tr),
        tuple(tr(sentence) for sentence in (*stated(variant), *accepted(variant))),
        tuple(page(why) for why in reasons(variant)),
        tuple((answer, trap.tag, page(trap.why)) for answer, trap in _traps(variant)),
        tuple(page(hint) for hint in variant.hints),
    )


def _with_own_options(variant: Variant) -> Sequence[Part]:
    """Return the parts whose options are shown: pairs share those of the first."""
    return [part for index, part in enumerate(variant.parts) if index == 0 or part.name]


def _right(part: Part, choice: Choice) -> bool:
    """Tell whether an option belongs to the key; of blocks and of pairs all do."""
    return choice.label in part.key.replace(",", " ").split()


def _traps(variant: Variant) -> Iterator[tuple[str, Trap]]:
    """Yield every wrong answer with its explanation: traps, and options that somebody judges wrongly."""
    for part in variant.parts:
        yield from ((trap.answer, trap) for trap in part.traps)
        for choice in part.choices if part in _with_own_options(variant) else ():
            if choice.tag:
                yield choice.label, Trap(choice.label, choice.tag, choice.why)


def topic_page(topic: str, proofs: Sequence[QuestionProof], tr: Translator) -> str:
    """Render the questions of one topic, five variants of each in both languages."""
    return render("bank.html", tr, topic=topic, proofs=proofs, shown=shown, suffix=SUFFIXES[tr.language])


def index_page(topics: dict[str, list[QuestionProof]], tr: Translator) -> str:
    """Render the list of topics: how many questions, how many proven."""
    return render("bankindex.html", tr, topics=topics, suffix=SUFFIXES[tr.language])


def proof_line(proof: QuestionProof, tr: Translator) -> str:
    """Say in one line how a question did."""
    counts = {
        "name": proof.question.id,
        "faces": proof.faces,
        "seeds": proof.seeds,
        "milliseconds": f"{1000 * proof.median:.0f}",
        "slowest": f"{1000 * proof.slowest:.0f}",
    }
    sign = "✓" if proof.holds else "✗"
    said = tr("{name}: {faces} of {seeds} seeds differ; {milliseconds} ms, at most {slowest} ms", **counts)
    return f"{sign} {said}"
