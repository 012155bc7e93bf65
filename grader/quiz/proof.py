"""What has to be true of a built question, held to its own marker: pure, one sentence for each fault."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from grader.errors import ContentError
from grader.model import Bilingual, Text, text
from grader.quiz.marking import State, key_fields, mark, read, shown, value_of
from grader.quiz.options import FEWEST_OPTIONS
from grader.quiz.question import Kind, Question
from grader.quiz.typed import Unreadable, normalise
from grader.quiz.variant import NOTHING, Part, Variant, from_json, to_json

# Two lower-case words in a row are a phrase; names, numbers and code are the same in both languages.
PHRASE = re.compile(r"^[^`]*(?<![\w.])[a-z]{3,} [a-z]{2,}(?![\w.(])")
TEMPLATE = ("{{", "}}", "{%")
SHOWN = 80
ENOUGH = 0.8  # of the seeds tried: twenty of twenty-five


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the first seed that shows it."""

    seed: int
    what: Text


@dataclass(frozen=True, slots=True)
class QuestionProof:
    """What was found out about a question. ``variants`` are the first few, to be looked at.

    ``faces``: how many different variants the seeds gave; ``median`` and ``slowest`` are seconds for one.
    """

    question: Question
    seeds: int
    faces: int
    median: float
    slowest: float
    variants: tuple[Variant, ...]
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    @property
    def repeats(self) -> bool:
        """Whether it has parameters, and yet fewer than four of five seeds look different."""
        return self.seeds > 1 and self.faces < ENOUGH * self.seeds


def faults_of(variant: Variant) -> Iterator[Text]:
    """Yield what is wrong with a variant; nothing for a good one."""
    wrong_key = list(_key_faults(variant))
    yield from wrong_key
    for index, part in enumerate(variant.parts):
        if not wrong_key:  # traps are held to the key
            yield from _trap_faults(variant, index)
        yield from _option_faults(variant, part)
    yield from _language_faults(variant)
    try:
        same = from_json(to_json(variant)) == variant
    except ContentError as error:
        yield text("It cannot be read back: {problem}", problem=error)
        return
    if not same:
        yield text("Written and read back it is another one.")


def _key_faults(variant: Variant) -> Iterator[Text]:
    """Hold the key to the marker as it is written, and once more as it is echoed."""
    key = key_fields(variant)
    if mark(variant, key).state is not State.RIGHT:
        yield text("The key {key} is not accepted by its own marker.", key=_short("; ".join(key)))
        return
    try:
        echoed = tuple(shown(value_of(part, normalise(part.key))) for part in variant.parts)
    except Unreadable as error:
        yield text("The key {key} cannot be read.", key=_short(str(error)))
        return
    if mark(variant, echoed).state is not State.RIGHT:
        yield text("The key as it is echoed, {key}, is not accepted.", key=_short("; ".join(echoed)))


def _trap_faults(variant: Variant, index: int) -> Iterator[Text]:
    traps = variant.parts[index].traps
    for trap in traps:
        fields = list(key_fields(variant))
        fields[index] = trap.answer
        marked = mark(variant, fields)
        if marked.state is State.RIGHT:
            yield text("The trap {tag} is accepted: {answer}", tag=trap.tag, answer=_short(trap.answer))
        elif read(variant, fields).problem:
            yield text("The trap {tag} cannot be read: {answer}", tag=trap.tag, answer=_short(trap.answer))
        elif trap.tag not in {remark.tag for remark in marked.remarks}:
            yield text("The trap {tag} is not recognised: {answer}", tag=trap.tag, answer=_short(trap.answer))
    for a, b in itertools.combinations(traps, 2):
        if a.answer == b.answer:
            yield text("The traps {one} and {other} are the same answer.", one=a.tag, other=b.tag)


def _option_faults(variant: Variant, part: Part) -> Iterator[Text]:
    count = len(part.choices)
    if part.kind in (Kind.CHOICE, Kind.MULTI) and count < FEWEST_OPTIONS:
        yield text("Only {count} options are left; {needed} are needed.", count=count, needed=FEWEST_OPTIONS)
    for language in ("en", "zh"):
        texts = [choice.text.in_language(language) for choice in part.choices]
        for double in sorted({one for one in texts if texts.count(one) > 1}):
            yield text(
                "Two options are the same ({language}): {option}", language=language, option=_short(double)
            )


def _language_faults(variant: Variant) -> Iterator[Text]:
    for words in texts_of(variant):
        if not words.en.strip() or not words.zh.strip():
            yield text("A text is missing in one language: {text}", text=_short(words.en or words.zh))
        elif PHRASE.search(words.en) and not any("\u4e00" <= one <= "\u9fff" for one in words.zh):
            yield text("A text is not translated: {text}", text=_short(words.en))
    # Parameters are shown through the texts only, and may hold any brackets themselves.
    plain = msgspec.to_builtins(replace(variant, params=""), enc_hook=str)
    for words_left in _strings(plain):
        if any(sign in words_left for sign in TEMPLATE):
            yield text("A template is left in a text: {text}", text=_short(words_left))


def texts_of(variant: Variant) -> Iterator[Bilingual]:
    """Yield every text of a variant that a reader may see."""
    yield from (variant.title, variant.text, *variant.hints)
    yield from (words for words in (variant.why, variant.notes) if words != NOTHING)
    for part in variant.parts:
        yield from (words for words in (part.prompt, part.why) if words != NOTHING)
        yield from (trap.why for trap in part.traps)
        yield from (choice.text for choice in part.choices)
        yield from (choice.why for choice in part.choices if choice.tag)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        yield from itertools.chain.from_iterable(map(_strings, value))
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
