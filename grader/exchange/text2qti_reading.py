"""The text of text2qti, read: questions, feedback, groups, comments. Code that asks to be run is not run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from textwrap import dedent

from grader.errors import QuestionsUnreadable
from grader.exchange.item import WHOLE, Answer, Ask, Form, Item, Range
from grader.exchange.losses import Lost
from grader.exchange.numbers import number_of, range_of
from grader.exchange.received import Read, Received

SHOWN = 60
_SIGN = re.compile(
    r"(?P<question>\d+\.)(?=\s)|(?P<choice>\*?[A-Za-z]\))(?=\s)|(?P<box>\[[ *]?\])(?=\s)|(?P<text>\*)(?=\s)"
    r"|(?P<number>=)(?=\s)|(?P<said>\.\.\.)(?=\s)|(?P<right>\+)(?=\s)|(?P<wrong>-)(?=\s)|(?P<solution>!)(?=\s)"
    r"|(?P<essay>_{3,})\s*$|(?P<upload>\^{3,})\s*$|(?P<group>GROUP)\s*$|(?P<end>END_GROUP)\s*$"
    r"|(?P<blank><>|\{[ *]?\})(?=\s)|(?P<setting>[A-Za-z][A-Za-z' ]*:)"
)
_SAID = ("right", "wrong", "solution")
_RUN = re.compile(r"`{3,}\s*\{.*\.run.*\}")


@dataclass(slots=True)
class _Raw:
    """A question as it is read line by line."""

    stem: str
    title: str
    points: Fraction
    feedback: str = ""
    answers: list[tuple[str, str, str]] = field(default_factory=list)
    unsaid: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sign at the beginning of a line, and all of its text."""

    line: int
    kind: str
    sign: str
    words: str


def read_text2qti(text: str, name: str) -> Read:
    """Read a file; raises `QuestionsUnreadable` naming the line that is no line of text2qti."""
    reader = _Reader(name)
    for entry in reader.entries(text.replace("\r\n", "\n")):
        reader.take(entry)
    return reader.finished()


class _Reader:
    """Goes through the entries of a file and finishes one question when the next begins."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._received = Received()
        self._raw: _Raw | None = None
        self._title = ""
        self._points = WHOLE
        self._group_points: Fraction | None = None
        self._count = 0

    def entries(self, text: str) -> Iterator[_Entry]:
        """Yield what the lines say, without comments and without code to be run."""
        entry: _Entry | None = None
        until = ""
        for number, line in enumerate(text.split("\n"), start=1):
            if until:
                until = "" if line.strip() == until else until
            elif line.startswith("COMMENT"):
                until = "END_COMMENT"
            elif _RUN.match(line):
                until = "```"
                self._received.lose(self._name, Lost.SKIPPED, ".run")
            elif line.startswith("%"):
                continue
            elif not line.strip() or line[0].isspace():
                entry = _continued(entry, line) if entry else None
            else:
                if entry:
                    yield entry
                entry = self._entry(number, line)
        if entry:
            yield entry

    def _entry(self, number: int, line: str) -> _Entry:
        found = _SIGN.match(line)
        if found is None or found.lastgroup is None:
            raise QuestionsUnreadable(
                f"{self._name}, line {number}: {line[:SHOWN]!r} begins with no sign of text2qti.",
                "Further lines of a text are set in as far as its first one.",
            )
        rest = line[found.end() :]
        return _Entry(number, found.lastgroup, found[0].strip(), " " * found.end() + rest)

    def take(self, entry: _Entry) -> None:
        """Take one entry."""
        words = dedent(entry.words).strip()
        match entry.kind:
            case "setting":
                self._set(entry.sign.rstrip(":").casefold(), words)
            case "group" | "end":
                self._finish()
                self._group_points = None
                if entry.kind == "group":
                    self._received.lose(self._name, Lost.SETTINGS, "GROUP")
            case "question":
                self._finish()
                points = self._group_points if self._group_points is not None else self._points
                self._raw = _Raw(words, self._title, points)
                self._title, self._points = "", WHOLE
            case _:
                self._add(entry, words)

    def _set(self, key: str, words: str) -> None:
        if key in ("title", "points", "text title", "text"):
            self._finish()
        match key:
            case "title":
                self._title = words
            case "points":
                self._points = number_of(words) or WHOLE
            case "points per question":
                self._group_points = number_of(words) or WHOLE
            case "quiz title" | "pick":
                return
            case _:
                self._received.lose(self._name, Lost.SETTINGS, key)

    def _add(self, entry: _Entry, words: str) -> None:
        if self._raw is None:
            raise QuestionsUnreadable(
                f"{self._name}, line {entry.line}: {entry.sign!r} stands before any question.",
                "A question begins with its number, such as `1.`.",
            )
        if entry.kind == "said" and self._raw.answers:
            kind, answer, _ = self._raw.answers[-1]
            self._raw.answers[-1] = (kind, answer, words)
        elif entry.kind == "said":
            self._raw.feedback = words
        elif entry.kind in _SAID:
            self._raw.unsaid = True
        else:
            right = "*" if "*" in entry.sign else ""
            self._raw.answers.append((entry.kind + right, words, ""))

    def _finish(self) -> None:
        raw, self._raw = self._raw, None
        if raw is None:
            return
        self._count += 1
        name = raw.title or f"question {self._count}"
        ask = _ask(raw.answers)
        if ask is None:
            self._received.skip(name, raw.answers[0][0] if raw.answers else "no answers")
            return
        if raw.unsaid:
            self._received.lose(name, Lost.FEEDBACK, "+, -, !")
        item = Item(name, raw.title, raw.stem, ask, feedback=raw.feedback, points=raw.points)
        self._received.take(item)

    def finished(self) -> Read:
        """Return everything."""
        self._finish()
        return self._received.read()


def _continued(entry: _Entry, line: str) -> _Entry:
    return _Entry(entry.line, entry.kind, entry.sign, f"{entry.words}\n{line}")


def _ask(answers: list[tuple[str, str, str]]) -> Ask | None:
    kinds = {kind.rstrip("*") for kind, _, _ in answers}
    if len(kinds) != 1:
        return None
    right = sum(kind.endswith("*") for kind, _, _ in answers)
    match kinds.pop():
        case "choice" if right == 1:
            found = (Answer(words, Fraction(kind.endswith("*")), said) for kind, words, said in answers)
            return Ask(Form.CHOICE, tuple(found))
        case "box" if right:
            share = Fraction(1, right)
            found = (Answer(w, share if k.endswith("*") else -share, said) for k, w, said in answers)
            return Ask(Form.MULTI, tuple(found))
        case "text":
            return Ask(Form.TEXT, tuple(Answer(words, WHOLE) for _, words, _ in answers))
        case "number":
            ends = [one for _, words, _ in answers if (one := _ends(words))]
            return Ask(Form.NUMBER, ranges=tuple(Range(*one) for one in ends)) if ends else None
    return None


def _ends(words: str) -> tuple[Fraction, Fraction, Fraction] | None:
    """Read ``5``, ``1.4 +- 0.1``, ``1.4 +- 1%``, ``[1.2, 1.3]``."""
    if between := re.fullmatch(r"\[([^,\]]+),([^,\]]+)\]", words):
        return range_of(number_of(between[1]), number_of(between[2]))
    written, _, margin = words.partition("+-")
    value, width = number_of(written), number_of(margin.strip().rstrip("%") or "0")
    if value is None or width is None:
        return None
    width = abs(value) * width / 100 if margin.strip().endswith("%") else width
    return value, value - abs(width), value + abs(width)
