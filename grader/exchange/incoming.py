"""From a neutral item to the tables of one of our question files.

Nothing of a stranger's becomes an expression: keys are texts, or literals that were read and written anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from grader.exchange.bilingual import Speaker, is_template
from grader.exchange.item import WHOLE, Answer, Ask, Form, Item, Pair, mark_of
from grader.exchange.losses import Lost
from grader.exchange.recognised import Recognised, recognised, truth_of
from grader.exchange.spelling import decimal
from grader.exchange.steps import SETUP, step
from grader.exchange.unmarked import escaped
from grader.quiz.keyed import EXACT_CHARACTERS
from grader.quiz.options import FEWEST_OPTIONS, LABELS
from grader.quiz.question import Kind
from grader.quiz.reading import MAX_BLOCKS

Table = dict[str, Any]
TITLE = 60
LEVEL = 2
# A key that nobody types to its last digit.
NEARLY = 1e-9
NONE = {"en": "None of these", "zh": "以上都不是"}
NONE_WHY = {"en": "One of the others is right.", "zh": "其余选项中有正确的。"}


class Unfit(Exception):
    """A question that our format cannot hold; the message is the reason, as data."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """The tables of a file, and what was lost on the way."""

    table: Table
    lost: tuple[Lost, ...]


def incoming(item: Item, stem: str, module: str) -> Incoming:
    """Return the tables for an item; raises `Unfit`. ``module`` is where it goes if it does not say."""
    writer = _Writer(item, stem)
    return Incoming(writer.table(module), tuple(writer.speaker.lost))


class _Writer:
    """One item on its way to a file."""

    def __init__(self, item: Item, stem: str) -> None:
        self._item = item
        self._tag = re.sub("[^a-z0-9]+", "-", stem).strip("-")
        self._tags = 0
        self.speaker = Speaker(item)

    def table(self, module: str) -> Table:
        item, say = self._item, self.speaker
        body = self._body()
        if not (item.module and item.level):
            say.lose(Lost.PLACE)
        head: Table = {
            "type": body.pop("type"),
            "module": item.module or module,
            "level": item.level or LEVEL,
            "points": self._points(),
            "title": say.words(item.title or _beginning(item.prompt)),
            "text": self._gapped(say.words(item.prompt or item.title)),
        }
        if len(item.attempts) > 1:
            head["attempts"] = [float(share) for share in item.attempts]
        if item.hints:
            head["hints"] = [say.words(hint) for hint in item.hints]
        if not item.shuffle and head["type"] in ("choice", "multi"):
            say.lose(Lost.SETTINGS)
        return {**head, **body}

    def _points(self) -> int:
        points = self._item.points
        rounded = min(max(round(points), 1), 100)
        if rounded != points:
            self.speaker.lose(Lost.POINTS)
        return rounded

    def _gapped(self, words: Any) -> Any:
        """Put templates where gaps are."""
        if isinstance(words, dict):
            return {language: self._gapped(text) for language, text in words.items()}
        for gap in self._item.gaps:
            words = words.replace(mark_of(gap.name), f"{{{{ {gap.name} }}}}")
        return words

    def _body(self) -> Table:
        item = self._item
        ask = truth_of(item.ask) or item.ask
        match item.form if ask.form is item.ask.form else ask.form:
            case Form.CHOICE:
                return self._choice(ask)
            case Form.MULTI:
                return self._multi(ask)
            case Form.TRUEFALSE:
                return self._truth(ask)
            case Form.MATCH:
                return self._match(ask.pairs, ask.others)
            case Form.ORDER:
                return self._order(ask)
            case Form.CLOZE:
                return self._cloze()
        return self._typed(ask)

    def _next_tag(self) -> str:
        self._tags += 1
        self.speaker.lose(Lost.TAGS)
        return f"{self._tag}-{self._tags}"

    def _wrong(self, answer: Answer, **what: Any) -> Table:
        if 0 < answer.weight < WHOLE:
            self.speaker.lose(Lost.WEIGHTS)
        return {"tag": self._next_tag(), **what, "why": self.speaker.why(answer.feedback)}

    def _key(self, said: str = "", **what: Any) -> Table:
        return {**what, "why": self.speaker.why(said, self._item.feedback)}

    def _choice(self, ask: Ask) -> Table:
        key, *others = ask.right
        wrong = list(ask.wrong)[: len(LABELS) - 1]
        if others or len(wrong) < len(ask.wrong):
            self.speaker.lose(Lost.OPTIONS)
        if key.feedback and self._item.feedback:
            key = Answer(key.text, key.weight, f"{key.feedback}\n\n{self._item.feedback}")
        answer = self._key(key.feedback, text=self.speaker.words(key.text))
        wrongs = [self._wrong(one, text=self.speaker.words(one.text)) for one in wrong]
        return {"type": "choice", "answer": answer, "wrong": self._enough(wrongs)}

    def _enough(self, wrongs: list[Table]) -> list[Table]:
        """Add an option where there are too few, and nothing can be told from it."""
        if len(wrongs) + 1 < FEWEST_OPTIONS:
            self.speaker.lose(Lost.PADDED)
            wrongs.append({"tag": self._next_tag(), "text": dict(NONE), "why": dict(NONE_WHY)})
        if len(wrongs) + 1 < FEWEST_OPTIONS:
            raise Unfit("one option")
        return wrongs

    def _multi(self, ask: Ask) -> Table:
        answers = ask.answers[: len(LABELS)]
        if len(answers) < len(ask.answers):
            self.speaker.lose(Lost.OPTIONS)
        if len({abs(answer.weight) for answer in ask.answers}) > 1:
            self.speaker.lose(Lost.WEIGHTS)
        options = [
            {
                "text": self.speaker.words(answer.text),
                "holds": str(answer in ask.right),
                "tag": self._next_tag(),
                "why": self.speaker.why(answer.feedback, self._item.feedback),
            }
            for answer in answers
        ]
        if len(options) < FEWEST_OPTIONS:
            raise Unfit(f"{len(options)} options")
        return {"type": "multi", "option": options}

    def _truth(self, ask: Ask) -> Table:
        (key,), (wrong,) = ask.right, ask.wrong
        truth = ask.answers[0] is key
        return {
            "type": "truefalse",
            "answer": self._key(key.feedback, eval=str(truth)),
            "wrong": [self._wrong(wrong, eval=str(not truth))],
        }

    def _match(self, pairs: Sequence[Pair], others: Sequence[str]) -> Table:
        rights = dict.fromkeys([*(pair.right for pair in pairs), *others])
        if len(rights) > len(LABELS):
            raise Unfit(f"{len(rights)} right sides")
        # The pair itself is the least that can be said of it.
        tables = [
            {
                "left": self.speaker.words(pair.left),
                "right": self.speaker.words(pair.right),
                "why": self.speaker.words(self._item.feedback or f"{pair.left} → {pair.right}"),
            }
            for pair in pairs
        ]
        wrongs = [self._wrong(Answer(other), text=self.speaker.words(other)) for other in others]
        return {"type": "match", "pair": tables} | ({"wrong": wrongs} if wrongs else {})

    def _order(self, ask: Ask) -> Table:
        """Return lines that note down their texts; too many to try every order are matched with places."""
        lines = [answer.text for answer in ask.answers]
        right = [[lines[place] for place in order.places] for order in ask.orders if order.weight]
        if len(lines) > MAX_BLOCKS:
            self.speaker.lose(Lost.ORDER)
            return self._match([Pair(f"{n}.", line) for n, line in enumerate(right[0], start=1)], ())
        names = [f"line{number}" for number in range(1, len(lines) + 1)]
        wrong = [
            {**self._wrong(Answer("", feedback=o.feedback)), "order": [names[p] for p in o.places]}
            for o in ask.orders
            if not o.weight
        ]
        steps = [step(self.speaker.literal(line)) for line in lines]
        rights = [[self.speaker.literal(line) for line in order] for order in right]
        answer = self._key(eval="done in right", reference=[names[p] for p in ask.orders[0].places])
        table: Table = {
            "type": "order",
            "answer": answer,
            "code": {"setup": f"{SETUP}right = {rights!r}\n"},
            "block": [{"id": name, "code": code} for name, code in zip(names, steps, strict=True)],
        }
        return table | ({"wrong": wrong} if wrong else {})

    def _cloze(self) -> Table:
        blanks = []
        for gap in self._item.gaps:
            body = self._choice(gap.ask) if gap.ask.form is Form.CHOICE else self._typed(gap.ask)
            body["answer"]["why"] = self.speaker.words(_shown_key(gap.ask))
            blanks.append({"id": gap.name, **body})
        return {"type": "cloze", "answer": self._key(eval="True"), "blank": blanks}

    def _typed(self, ask: Ask) -> Table:
        if ask.form is Form.NUMBER:
            return self._number(ask)
        if found := recognised(ask):
            return self._recognised(found)
        right = [answer.text for answer in ask.right if not is_template(answer.text)]
        wrong = [answer for answer in ask.wrong if not is_template(answer.text)]
        if len(right) + len(wrong) < len(ask.answers):
            self.speaker.lose(Lost.BRACES)
        if not right:
            raise Unfit("{{")
        answer = self._key(text=right[0])
        if right[1:]:
            answer["accept"] = right[1:]
        if ask.case:
            answer["grade"] = {"compare": "case"}
        return _with({"type": "text", "answer": answer}, [self._wrong(one, text=one.text) for one in wrong])

    def _recognised(self, found: Recognised) -> Table:
        answer = self._key(eval=found.key)
        numbers = re.findall(r"[\d.e+-]+", found.key)
        if found.kind is Kind.TENSOR and max(map(len, numbers), default=0) > EXACT_CHARACTERS:
            answer["grade"] = {"mode": "rel", "tolerance": NEARLY}
        wrongs = [self._wrong(Answer("", feedback=said), eval=literal) for literal, said in found.traps]
        return _with({"type": found.kind.value, "answer": answer}, wrongs)

    def _number(self, ask: Ask) -> Table:
        right = [one for one in ask.ranges if one.weight == WHOLE]
        wrong = [one for one in ask.ranges if one.weight < WHOLE]
        key = right[0]
        margin = key.high - key.value
        grade = _grade(key.value, key.low, key.high)
        answer = self._key(key.feedback, eval=decimal(key.value))
        accepted = [decimal(one.value) for one in right[1:] if grade.get("mode") != "range"]
        if any(one.high - one.value != margin for one in right[1:]) or len(accepted) < len(right) - 1:
            self.speaker.lose(Lost.TOLERANCE)
        answer |= ({"accept": accepted} if accepted else {}) | ({"grade": grade} if grade else {})
        wrongs = [self._wrong(Answer("", r.weight, r.feedback), eval=decimal(r.value)) for r in wrong]
        return _with({"type": "number", "answer": answer}, wrongs)


def _grade(value: Fraction, low: Fraction, high: Fraction) -> Table:
    """Return the rule that accepts what a range accepts."""
    if high - value != value - low:
        return {"mode": "range", "low": decimal(low), "high": decimal(high)}
    if high > value:
        return {"mode": "abs", "tolerance": float(high - value)}
    return {"mode": "rel", "tolerance": NEARLY} if len(decimal(value)) > EXACT_CHARACTERS else {}


def _with(table: Table, wrongs: list[Table]) -> Table:
    return table | ({"wrong": wrongs} if wrongs else {})


def _shown_key(ask: Ask) -> str:
    if ask.form is Form.CHOICE:
        return ask.right[0].text
    return escaped(ask.right[0].text) if ask.right else decimal(ask.ranges[0].value)


def _beginning(prompt: str) -> str:
    """Return the first words of a prompt, for a question without a title."""
    first = next(filter(None, (line.strip() for line in prompt.splitlines())), "?")
    return first if len(first) <= TITLE else f"{first[:TITLE].rsplit(' ', 1)[0]} …"
