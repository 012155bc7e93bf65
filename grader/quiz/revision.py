"""What today's question says about an answer to the question as it was shown. Pure.

A student answered what stood there. The answer can be marked by today's question where the same program with
the same values was shown, and today's right answers can be told by the labels that were shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from grader.model import Text, text
from grader.quiz.answered import Answered, Decision
from grader.quiz.question import Kind
from grader.quiz.scoring import Result
from grader.quiz.typed import NONE
from grader.quiz.variant import Choice, Part, Variant, sealed

LABELLED = frozenset({Kind.CHOICE, Kind.MULTI, Kind.ORDER, Kind.MATCH})
LABEL = re.compile(r"\b[a-z]\b")


@dataclass(frozen=True, slots=True)
class Revised:
    """A stored answer, what it would give, and why."""

    before: Answered
    after: Result
    decision: Decision
    why: Text
    variant: Variant | None = None

    @property
    def difference(self) -> Fraction:
        """How many points are won (or lost, below zero)."""
        return self.after.points - self.before.result.points


@dataclass(frozen=True, slots=True)
class Stays:
    """A stored answer that today's question says nothing about, and why."""

    answer: Answered
    why: Text


def as_shown(shown: Variant, today: Variant) -> Variant | Text:
    """Return today's marking for the labels that were shown; or why it says nothing about that answer."""
    if shown.kind is not today.kind:
        return text("The question asks for something else now.")
    if shown.params != today.params:
        return text("The question has other values now.")
    if shown.listing != today.listing:
        return text("The program that was shown is another one now.")
    pairs = list(zip(shown.parts, today.parts, strict=False))
    if len(shown.parts) != len(today.parts) or any(
        a.name != b.name or a.kind is not b.kind for a, b in pairs
    ):
        return text("The parts of the question are others now.")
    if any(a.prompt != b.prompt for a, b in pairs):
        return text("The parts of the question are others now.")
    if all(_labels(a) == _labels(b) for a, b in pairs):
        return today
    parts = [_relabelled(a, b) for a, b in pairs]
    if None in parts:
        return text("The options that were shown are not those of today.")
    return sealed(replace(today, parts=tuple(part for part in parts if part)))


def _labels(part: Part) -> Mapping[str, str]:
    return {choice.label: choice.text.en for choice in part.choices}


def _relabelled(shown: Part, today: Part) -> Part | None:
    """Return today's part under the labels shown; None where an option shown is gone, or the key was not."""
    if _labels(shown) == _labels(today):
        return today
    by_text = {choice.text.en: choice for choice in today.choices}
    if today.kind not in LABELLED or any(choice.text.en not in by_text for choice in shown.choices):
        return None
    old = {choice.text.en: choice.label for choice in shown.choices}
    if len(old) != len(shown.choices) or not all(LABEL.fullmatch(label) for label in old.values()):
        return None
    label = {choice.label: old.get(choice.text.en, "") for choice in today.choices}
    right = (today.key, *today.accept)
    if any(not label[one] for answer in right for one in _labels_in(answer)):
        return None
    traps = (t for t in today.traps if all(label[one] for one in _labels_in(t.answer)))
    return replace(
        today,
        key=_translated(today.key, label),
        accept=tuple(_translated(answer, label) for answer in today.accept),
        traps=tuple(replace(trap, answer=_translated(trap.answer, label)) for trap in traps),
        choices=tuple(_today(choice, by_text[choice.text.en]) for choice in shown.choices),
    )


def _today(shown: Choice, today: Choice) -> Choice:
    return replace(today, label=shown.label)


def _labels_in(answer: str) -> list[str]:
    return [] if answer == NONE else LABEL.findall(answer)


def _translated(answer: str, label: Mapping[str, str]) -> str:
    return answer if answer == NONE else LABEL.sub(lambda found: label[found[0]], answer)


def what_changed(before: Variant, after: Variant) -> Text:
    """Say in which way an answer is marked otherwise, in one sentence."""
    keys = ["; ".join(part.key for part in one.parts) for one in (before, after)]
    if keys[0] != keys[1]:
        return text("Right is {after} now; it was {before}.", before=keys[0], after=keys[1])
    more = {a for part in after.parts for a in part.accept} - {
        a for part in before.parts for a in part.accept
    }
    if more:
        return text("Right is now as well: {answers}", answers="; ".join(sorted(more)))
    if [part.rule for part in before.parts] != [part.rule for part in after.parts]:
        return text("Answers are compared by another rule.")
    if before.policy != after.policy:
        return text("The points, the attempts or the cost of hints are others.")
    return text("Answers are marked otherwise.")
