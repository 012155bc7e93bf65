"""What a format could not carry: one list for every export and import, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from grader.model import Text, text

NAMED = 4
VERSION = 1


class Lost(Enum):
    """One kind of thing that did not come through, or had to be put another way."""

    SKIPPED = "skipped"
    LANGUAGE = "language"
    PARAMETERS = "parameters"
    HINTS = "hints"
    ATTEMPTS = "attempts"
    PARTIAL = "partial"
    SPELLINGS = "spellings"
    TOLERANCE = "tolerance"
    COMPARISON = "comparison"
    LINE = "line"
    ORDER = "order"
    SPLIT = "split"
    TRAPS = "traps"
    FEEDBACK = "feedback"
    TAGS = "tags"
    NOTES = "notes"
    NONE_RIGHT = "none-right"
    TRANSLATION = "translation"
    WHY = "why"
    WEIGHTS = "weights"
    WILDCARD = "wildcard"
    IMAGE = "image"
    MARKUP = "markup"
    CATEGORY = "category"
    PLACE = "place"
    PADDED = "padded"
    OPTIONS = "options"
    POINTS = "points"
    BRACES = "braces"
    SETTINGS = "settings"


SENTENCES: Mapping[Lost, Text] = {
    Lost.SKIPPED: text("Left out: the other side has nothing like it."),
    Lost.LANGUAGE: text("The other language stays behind."),
    Lost.PARAMETERS: text("Parameters are frozen: the variants in the file are all there are."),
    Lost.HINTS: text("Hints, and what they cost."),
    Lost.ATTEMPTS: text("What later attempts can still give."),
    Lost.PARTIAL: text("Our rule for part of the points."),
    Lost.SPELLINGS: text("A shape, tensor or label is a short text now: the spellings listed, no others."),
    Lost.TOLERANCE: text("How far a number may lie from the key."),
    Lost.COMPARISON: text("Which differences between two short texts do not count."),
    Lost.LINE: text("The line of a listing is chosen, not typed."),
    Lost.ORDER: text("An order is put another way: typed as letters, or matched with places."),
    Lost.SPLIT: text("One question became several, one for each blank or pair."),
    Lost.TRAPS: text("Wrong answers that are recognised, and what is said about them."),
    Lost.FEEDBACK: text("What is said about an answer."),
    Lost.TAGS: text("Names of misconceptions."),
    Lost.NOTES: text("The section of the lecture notes."),
    Lost.NONE_RIGHT: text("No option is right: “None of these” was added."),
    Lost.TRANSLATION: text("TODO: one language is missing."),
    Lost.WHY: text("TODO: a reason is missing."),
    Lost.WEIGHTS: text("Answers worth a part of the points."),
    Lost.WILDCARD: text("Answers with a wildcard."),
    Lost.IMAGE: text("Pictures and other media; their description stays."),
    Lost.MARKUP: text("Formatting that Markdown does not have."),
    Lost.CATEGORY: text("Categories: all questions go into one topic."),
    Lost.PLACE: text("TODO: module or level is a guess."),
    Lost.PADDED: text("An option was added: three are the fewest."),
    Lost.OPTIONS: text("Options beyond the twelfth."),
    Lost.POINTS: text("Points that are no whole number from 1 to 100."),
    Lost.BRACES: text("Double braces were set apart; in our texts they are templates."),
    Lost.SETTINGS: text("Settings of the other program."),
}


@dataclass(frozen=True, slots=True)
class Loss:
    """What one question lost; ``detail`` is data (a name, a value), never a sentence."""

    question: str
    lost: Lost
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of loss: how many questions, and their names."""

    lost: Lost
    questions: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The first of the questions, and how many more."""
        rest = len(self.questions) - NAMED
        return ", ".join(self.questions[:NAMED]) + (f" … +{rest}" if rest > 0 else "")


def table(losses: Iterable[Loss]) -> tuple[Row, ...]:
    """Return a row for each kind of loss, in the order in which the kinds are listed."""
    by_kind: dict[Lost, dict[str, None]] = {}
    for loss in losses:
        by_kind.setdefault(loss.lost, {})[loss.question] = None
    return tuple(Row(lost, tuple(by_kind[lost])) for lost in Lost if lost in by_kind)


def lines(losses: Sequence[Loss]) -> Iterator[tuple[str, Text, str]]:
    """Yield the count, the sentence and the questions of each row."""
    for row in table(losses):
        yield str(len(row.questions)), SENTENCES[row.lost], row.shown


def to_json(direction: str, form: str, questions: Sequence[str], losses: Iterable[Loss]) -> str:
    """Write everything, question by question, for other programs."""
    document = {
        "version": VERSION,
        "direction": direction,
        "format": form,
        "questions": list(questions),
        "losses": [{"question": x.question, "lost": x.lost.value, "detail": x.detail} for x in losses],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
