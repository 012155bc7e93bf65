r"""GIFT, read: every kind of question that Moodle's own reader knows, comments, weights and escapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from grader.exchange.item import WHOLE, Answer, Ask, Form, Item, Pair, Range
from grader.exchange.losses import Lost
from grader.exchange.numbers import number_of, range_of
from grader.exchange.received import Read, Received
from grader.exchange.shorttext import typed_answers
from grader.exchange.unmarked import escaped

_ID = re.compile(r"\[id:((?:\\\]|[^\]])+)\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]])+)\]")
_NAME = re.compile(r"::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
_ESCAPES = {"~": "\U000f0001", "=": "\U000f0002", "#": "\U000f0003", "{": "\U000f0004", "}": "\U000f0005"}
_ESCAPES |= {":": "\U000f0006", "\\": "\U000f0007", "n": "\U000f0008"}
_MEANT = {ord(place): "\n" if sign == "n" else sign for sign, place in _ESCAPES.items()}
_ESCAPED = re.compile(r"\\([~=#{}:n\\])")
_BLOCKS = re.compile(r"<(p|pre|div|ul|ol|table|br|h\d)\b", re.IGNORECASE)
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


@dataclass(frozen=True, slots=True)
class _Block:
    """One question as it stands in the file: its comments, name, format, text before and after, body.

    ``body`` is None where there are no braces at all. Escaped signs are private characters, until `_meant`.
    """

    number: int
    comment: str
    name: str
    format: str
    stem: str
    body: str | None
    tail: str


def read_gift(text: str) -> Read:
    """Read a file."""
    received = Received()
    for number, lines in enumerate(_blocks(text), start=1):
        _take(received, number, lines)
    return received.read()


def _blocks(text: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        if line.strip():
            lines.append(line.strip())
        elif lines:
            yield lines
            lines = []


def _take(received: Received, number: int, lines: list[str]) -> None:
    comments = "\n".join(line for line in lines if line.startswith("//"))
    rest = [line for line in lines if not line.startswith("//")]
    while rest and rest[0].startswith("$CATEGORY:"):
        category = rest.pop(0).removeprefix("$CATEGORY:").strip()
        received.lose(category, Lost.CATEGORY, category)
    if rest:
        _Question(received, _parsed(number, comments, "\n".join(rest))).take()


def _parsed(number: int, comment: str, raw: str) -> _Block:
    hidden = _ESCAPED.sub(lambda sign: _ESCAPES[sign[1]], raw)
    name = ""
    if titled := _NAME.match(hidden):
        name, hidden = _meant(titled[1]), hidden[titled.end() :]
    form, hidden = _format(hidden, "moodle")
    start, end = hidden.find("{"), hidden.find("}")
    if not 0 <= start < end:
        return _Block(number, comment, name, form, hidden, None, "")
    return _Block(
        number, comment, name, form, hidden[:start], hidden[start + 1 : end].strip(), hidden[end + 1 :]
    )


def _format(hidden: str, default: str) -> tuple[str, str]:
    found = _FORMAT.match(hidden)
    return (found[1], hidden[found.end() :]) if found else (default, hidden)


def _meant(hidden: str) -> str:
    """Return a text with its escapes resolved."""
    return hidden.translate(_MEANT).strip()


class _Question:
    """One block on its way to an item."""

    def __init__(self, received: Received, block: _Block) -> None:
        self._received = received
        self._block = block
        ident = _ID.search(block.comment)
        self._tags = [tag.replace("\\]", "]") for tag in _TAG.findall(block.comment)]
        self.name = ident[1].replace("\\]", "]") if ident else block.name or f"question {block.number}"

    def take(self) -> None:
        """Take the question, or note down why not."""
        body = self._block.body
        if not body:
            self._received.skip(self.name, "description" if body is None else "essay")
            return
        body, _, general = body.partition("####")
        ask = self._ask(body.strip())
        if ask is None:
            self._received.skip(self.name, "answers")
            return
        self._received.take(self._item(ask, self._markdown(general)))

    def _item(self, ask: Ask, feedback: str) -> Item:
        level = next((tag[-1] for tag in self._tags if re.fullmatch("level-[1-5]", tag)), "0")
        return Item(
            name=self.name,
            title=self._block.name,
            prompt=self._prompt(),
            ask=ask,
            feedback=feedback,
            module=next((tag for tag in self._tags if re.fullmatch(r"M\d\d", tag)), ""),
            level=int(level),
        )

    def _prompt(self) -> str:
        stem, tail = self._block.stem, self._block.tail.strip()
        return self._markdown(f"{stem} _____ {tail}" if tail else stem)

    def _markdown(self, hidden: str) -> str:
        form, rest = _format(hidden, self._block.format)
        words = _meant(rest)
        match form:
            case "markdown":
                return words
            case "plain":
                return escaped(words)
            case "moodle" if not _BLOCKS.search(words):
                words = words.replace("\n", "<br>")
        return self._received.unmarked.markdown(words)

    def _ask(self, body: str) -> Ask | None:
        truth = body.partition("#")[0].strip().upper()
        if body.startswith("#"):
            return self._number(body[1:])
        if "~" in body:
            return self._choice(body)
        if "=" in body and "->" in body:
            return self._match(body)
        if truth in _TRUTH:
            return self._truth(_TRUTH[truth], body)
        return self._text(body)

    def _truth(self, key: bool, body: str) -> Ask:
        _, wrong, right = [*body.split("#"), "", ""][:3]
        said = {key: self._markdown(right), not key: self._markdown(wrong)}
        return Ask(
            Form.TRUEFALSE,
            tuple(Answer(str(truth), Fraction(truth == key), said[truth]) for truth in (True, False)),
        )

    def _choice(self, body: str) -> Ask | None:
        single = "=" in body
        answers = []
        for sign, part in re.findall(r"([~=])([^~=]*)", body):
            weight, words, said = _split(part, WHOLE if sign == "=" else Fraction())
            answers.append(Answer(self._markdown(words), weight, self._markdown(said)))
        ask = Ask(Form.CHOICE if single else Form.MULTI, tuple(answers))
        return ask if ask.right else None

    def _match(self, body: str) -> Ask | None:
        sides = [part.partition("->") for part in body.split("=") if part.strip()]
        pairs = tuple(Pair(self._markdown(a), escaped(_meant(b))) for a, _, b in sides if a.strip())
        others = tuple(escaped(_meant(b)) for a, _, b in sides if not a.strip())
        return Ask(Form.MATCH, pairs=pairs, others=others) if pairs else None

    def _text(self, body: str) -> Ask | None:
        found = [_split(part, WHOLE) for part in body.split("=") if part.strip()]
        answers = [Answer(_meant(words), weight, self._markdown(said)) for weight, words, said in found]
        return typed_answers(self._received, self.name, answers, case=False)

    def _number(self, body: str) -> Ask | None:
        ranges, (body, _, otherwise) = [], body.partition("~")
        if otherwise.strip("# \n"):
            self._received.lose(self.name, Lost.FEEDBACK)
        for part in re.split("=", body):
            weight, words, said = _split(part, WHOLE)
            if one := _range(_meant(words)):
                ranges.append(Range(*one, weight, self._markdown(said)))
            elif part.strip():
                self._received.lose(self.name, Lost.FEEDBACK, _meant(words))
        return Ask(Form.NUMBER, ranges=tuple(ranges)) if any(one.weight == 1 for one in ranges) else None


def _split(part: str, default: Fraction) -> tuple[Fraction, str, str]:
    """Return weight, text and feedback of an answer."""
    words, _, said = part.strip().partition("#")
    if found := _WEIGHT.match(words):
        return Fraction(found[1]) / 100, words[found.end() :].strip(), said
    return default, words.strip(), said


def _range(words: str) -> tuple[Fraction, Fraction, Fraction] | None:
    if ".." in words:
        low, _, high = words.partition("..")
        return range_of(number_of(low), number_of(high))
    value, _, margin = words.partition(":")
    middle, width = number_of(value), number_of(margin or "0")
    return None if middle is None or width is None else (middle, middle - abs(width), middle + abs(width))
