"""From a question and its parameters to the programs that are run and the expressions over them. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grader.quiz.question import Answer, Blank, Kind, Question, Wrong
from grader.quiz.template import render


@dataclass(frozen=True, slots=True)
class Script:
    """One seed of a question before anything is run: ``program`` is run, ``listing`` is shown.

    ``blanks``: the text that fills each gap of a cloze; ``blocks``: the code of each block of an order.
    """

    question: Question
    seed: int
    params: Mapping[str, Any]
    program: str
    listing: str
    blanks: Mapping[str, str]
    blocks: Mapping[str, str]

    def where(self, key: str) -> str:
        """Say which key of which question and seed something is about."""
        return f"{self.question.id}, seed {self.seed}: {key}"


def stage(question: Question, seed: int, params: Mapping[str, Any]) -> Script:
    """Fill the listing with the parameters."""
    file = question.file
    where = f"{question.id}, seed {seed}: "
    blanks = {
        blank.id: render(str(blank.answer.text), params, f"{where}blank {blank.id}")
        for blank in file.blank
        if isinstance(blank.answer.text, str)
    }
    blocks = {block.id: render(block.code, params, f"{where}block {block.id}") for block in file.block}
    gaps = {blank.id: gap(blank.id) for blank in file.blank}
    listing = _filled(question, {**params, **gaps}, where)
    program = _filled(question, {**params, **blanks}, where)
    script = Script(question, seed, params, program, listing, blanks, blocks)
    if file.type is Kind.ORDER and file.answer:
        return Script(question, seed, params, ordered(script, file.answer.reference), listing, blanks, blocks)
    return script


def gap(name: str) -> str:
    """Return how a blank is shown in a text or a listing."""
    return f"⟦{name}⟧"


def _filled(question: Question, values: Mapping[str, Any], where: str) -> str:
    listing = render(question.file.code.listing, values, f"{where}code.listing").strip("\n")
    return f"{listing}\n" if listing else ""


def ordered(script: Script, order: Sequence[str]) -> str:
    """Return the program in which the blocks stand in this order, as often as `loop` says."""
    body = "\n".join(script.blocks[name] for name in order) + "\n"
    return script.listing + body * script.question.file.code.loop


def orders(script: Script) -> tuple[tuple[str, ...], ...]:
    """Return every order of the blocks, the reference first."""
    answer = script.question.file.answer
    reference = answer.reference if answer else ()
    return tuple(itertools.permutations(reference))


@dataclass(frozen=True, slots=True)
class Filling:
    """A cloze's listing with another text in one blank; ``right`` where the author says it is as good."""

    blank: str
    text: str
    right: bool
    program: str


def fillings(script: Script) -> tuple[Filling, ...]:
    """Return the other texts for the blanks of the listing: what is accepted, and the traps."""
    return tuple(one for blank in script.question.file.blank for one in _fillings(script, blank))


def _fillings(script: Script, blank: Blank) -> Iterator[Filling]:
    if gap(blank.id) not in script.listing:
        return
    where = script.where(f"blank {blank.id}")
    texts = [(render(words, script.params, where), True) for words in blank.answer.accept]
    traps = (wrong.text for wrong in blank.wrong if isinstance(wrong.text, str) and wrong.text)
    texts += [(render(words, script.params, where), False) for words in traps]
    for words, right in texts:
        values = {**script.params, **script.blanks, blank.id: words}
        yield Filling(blank.id, words, right, _filled(script.question, values, where))


def alternatives(script: Script) -> tuple[str, ...]:
    """Return the programs to be compared by ``answer.eval``; the first one is right."""
    if script.question.file.type is Kind.ORDER:
        return tuple(ordered(script, order) for order in orders(script))
    if script.question.file.type is Kind.CLOZE:
        return (script.program, *(one.program for one in fillings(script)))
    return ()


def expressions(question: Question) -> dict[str, str]:
    """Return what is evaluated after the program, by the key it stands under in the file."""
    file = question.file
    found = {f"option[{i}].holds": option.holds for i, option in enumerate(file.option)}
    found |= {f"pair[{i}].eval": pair.eval for i, pair in enumerate(file.pair)}
    found |= {f"verify[{i}]": claim for i, claim in enumerate(file.verify)}
    if file.type not in (Kind.ORDER, Kind.CLOZE) and file.answer:
        found |= _answer("", file.answer)
    found |= _wrong("", file.wrong)
    for i, blank in enumerate(file.blank):
        found |= _answer(f"blank[{i}].", blank.answer) | _wrong(f"blank[{i}].", blank.wrong)
    return {key: expression for key, expression in found.items() if expression}


def _answer(prefix: str, answer: Answer) -> dict[str, str]:
    return {
        f"{prefix}answer.eval": answer.eval,
        f"{prefix}answer.grade.low": answer.grade.low,
        f"{prefix}answer.grade.high": answer.grade.high,
    }


def _wrong(prefix: str, wrongs: Sequence[Wrong]) -> dict[str, str]:
    return {f"{prefix}wrong[{i}].eval": wrong.eval for i, wrong in enumerate(wrongs)}
