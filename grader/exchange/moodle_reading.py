"""Moodle XML, read: text in CDATA or escaped, pictures in base64, categories, tags, hints, gaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from xml.etree import ElementTree as ET

from grader.errors import QuestionsUnreadable
from grader.exchange.item import CLOZE, WHOLE, Answer, Ask, Form, Gap, Item, Order, Pair, Range, mark_of
from grader.exchange.losses import Lost
from grader.exchange.moodle_gaps import gaps_in
from grader.exchange.numbers import number_of
from grader.exchange.received import Read, Received
from grader.exchange.shorttext import typed_answers
from grader.exchange.unmarked import escaped
from grader.exchange.xmlfile import inner_html, parse_xml

# `gapselect` and `ddwtos` have [[1]] where a word belongs, and a list of words.
_CHOSEN = re.compile(r"\[\[(\d+)\]\]")
_IGNORED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")


def read_moodle(data: bytes, name: str) -> Read:
    """Read a file; raises `QuestionsUnreadable` where it is none."""
    root = parse_xml(data, name)
    if root.tag != "quiz":
        raise QuestionsUnreadable(
            f"{name} begins with <{root.tag}>; Moodle XML begins with <quiz>.", "Name another format."
        )
    received = Received()
    for number, element in enumerate(root.iter("question"), start=1):
        if element.get("type") == "category":
            path = _words(element, "category")
            received.lose(path, Lost.CATEGORY, path)
        else:
            _Question(received, element, number).take()
    return received.read()


def _words(parent: ET.Element, tag: str) -> str:
    """Return the text of a child that wraps it, or has it itself."""
    child = parent.find(tag)
    if child is None:
        return ""
    return _own(child)


class _Question:
    """One ``<question>`` on its way to an item."""

    def __init__(self, received: Received, element: ET.Element, number: int) -> None:
        self._received = received
        self._element = element
        self._title = self._plain(_words(element, "name"))
        self.name = _words(element, "idnumber") or self._title or f"question {number}"

    def take(self) -> None:
        """Take the question, or note down why not."""
        kind = self._element.get("type", "")
        prompt, gaps = self._prompt(kind)
        read = _READERS.get(kind)
        ask = CLOZE if gaps else read(self) if read else None
        if ask is None or not self._askable(gaps):
            self._received.skip(self.name, kind)
            return
        self._note_settings()
        self._received.take(self._item(prompt, ask, gaps))

    def _item(self, prompt: str, ask: Ask, gaps: tuple[Gap, ...]) -> Item:
        element = self._element
        tags = [_words(tag, "text") or (tag.text or "") for tag in element.iterfind("tags/tag")]
        level = next((tag[-1] for tag in tags if re.fullmatch("level-[1-5]", tag)), "0")
        return Item(
            name=self.name,
            title=self._title,
            prompt=prompt,
            ask=ask,
            gaps=gaps,
            feedback=self._markdown(element.find("generalfeedback")),
            hints=tuple(filter(None, map(self._markdown, element.iterfind("hint")))),
            points=Fraction(len(gaps)) if gaps else number_of(_words(element, "defaultgrade")) or WHOLE,
            attempts=self._attempts(),
            shuffle=_words(element, "shuffleanswers") not in ("0", "false"),
            module=next((tag for tag in tags if re.fullmatch(r"M\d\d", tag)), ""),
            level=int(level),
        )

    def _attempts(self) -> tuple[Fraction, ...]:
        """Return one attempt, or two where hints are there for a second one."""
        penalty = number_of(_words(self._element, "penalty"))
        if penalty is None or not 0 < penalty < 1 or self._element.find("hint") is None:
            return (WHOLE,)
        return (WHOLE, 1 - penalty)

    def _askable(self, gaps: tuple[Gap, ...]) -> bool:
        return all(gap.ask.right or any(r.weight == 1 for r in gap.ask.ranges) for gap in gaps)

    def _prompt(self, kind: str) -> tuple[str, tuple[Gap, ...]]:
        element = self._element.find("questiontext")
        if kind in ("cloze", "multianswer"):
            text, gaps = gaps_in(_words(self._element, "questiontext"), self._received.unmarked.markdown)
            return self._formatted(text, _format(element)), tuple(map(self._without_stars, gaps))
        if kind in ("gapselect", "ddwtos"):
            return self._chosen(element)
        return self._markdown(element), ()

    def _without_stars(self, gap: Gap) -> Gap:
        if gap.ask.form is not Form.TEXT:
            return gap
        ask = typed_answers(self._received, self.name, gap.ask.answers, case=gap.ask.case)
        return Gap(gap.name, ask or Ask(Form.TEXT))

    def _chosen(self, element: ET.Element | None) -> tuple[str, tuple[Gap, ...]]:
        """Return the gaps of a text into which words of a list are put."""
        boxes = (*self._all("selectoption"), *self._all("dragbox"))
        groups = [(_words(box, "text"), _words(box, "group") or "1") for box in boxes]
        gaps: list[Gap] = []

        def marked(place: re.Match[str]) -> str:
            index = int(place[1]) - 1
            if index >= len(groups):
                return place[0]
            group = [words for words, name in groups if name == groups[index][1]]
            answers = tuple(
                Answer(self._plain(w), Fraction(w == groups[index][0])) for w in dict.fromkeys(group)
            )
            gaps.append(Gap(f"b{len(gaps) + 1}", Ask(Form.CHOICE, answers)))
            return mark_of(gaps[-1].name)

        text = _CHOSEN.sub(marked, _words(self._element, "questiontext"))
        return self._formatted(text, _format(element)), tuple(gaps)

    def _all(self, tag: str) -> Iterator[ET.Element]:
        return self._element.iterfind(tag)

    def _markdown(self, element: ET.Element | None) -> str:
        return "" if element is None else self._formatted(_own(element), _format(element))

    def _formatted(self, words: str, form: str) -> str:
        if form == "markdown":
            return words
        if form == "plain_text":
            return escaped(words)
        return self._received.unmarked.markdown(words)

    def _plain(self, words: str) -> str:
        return self._received.unmarked.words(words)

    def _note_settings(self) -> None:
        said = [tag for tag in _IGNORED if _words(self._element, tag)]
        if said:
            self._received.lose(self.name, Lost.FEEDBACK, ", ".join(said))
        if self._element.find("units/unit") is not None:
            self._received.lose(self.name, Lost.SETTINGS, "units")

    def choice(self) -> Ask | None:
        """Read ``multichoice``."""
        single = _words(self._element, "single") not in ("false", "0")
        answers = tuple(self._answer(a, self._markdown(a)) for a in self._all("answer"))
        ask = Ask(Form.CHOICE if single else Form.MULTI, answers)
        return ask if ask.right else None

    def _answer(self, element: ET.Element, words: str) -> Answer:
        weight = number_of(element.get("fraction", "0")) or Fraction()
        return Answer(words, weight / 100, self._markdown(element.find("feedback")))

    def truth(self) -> Ask | None:
        """Read ``truefalse``."""
        found = {_own(a).casefold(): self._answer(a, _own(a).capitalize()) for a in self._all("answer")}
        if found.keys() != {"true", "false"}:
            return None
        ask = Ask(Form.TRUEFALSE, (found["true"], found["false"]))
        return ask if len(ask.right) == 1 else None

    def text(self) -> Ask | None:
        """Read ``shortanswer``."""
        answers = [self._answer(a, _own(a)) for a in self._all("answer")]
        case = _words(self._element, "usecase") == "1"
        return typed_answers(self._received, self.name, answers, case=case)

    def number(self) -> Ask | None:
        """Read ``numerical``."""
        ranges = []
        for element in self._all("answer"):
            value = number_of(_own(element))
            margin = abs(number_of(_words(element, "tolerance") or "0") or Fraction())
            answer = self._answer(element, "")
            if value is None:
                self._received.lose(self.name, Lost.FEEDBACK, _own(element))
            else:
                ranges.append(Range(value, value - margin, value + margin, answer.weight, answer.feedback))
        return Ask(Form.NUMBER, ranges=tuple(ranges)) if any(r.weight == 1 for r in ranges) else None

    def match(self) -> Ask | None:
        """Read ``matching`` and its kin; a right side without a left one belongs to nothing."""
        sides = [
            (self._markdown(side), escaped(self._plain(_words(side, "answer"))))
            for side in self._all("subquestion")
        ]
        pairs = tuple(Pair(left, right) for left, right in sides if left and right)
        others = tuple(right for left, right in sides if not left and right)
        return Ask(Form.MATCH, pairs=pairs, others=others) if pairs else None

    def order(self) -> Ask | None:
        """Read ``ordering``: the lines stand in the right order."""
        lines = tuple(Answer(self._markdown(a)) for a in self._all("answer"))
        return Ask(Form.ORDER, lines, orders=(Order(tuple(range(len(lines)))),)) if lines else None


def _format(element: ET.Element | None) -> str:
    return "" if element is None else element.get("format", "")


def _own(element: ET.Element) -> str:
    """Return an element's text, or that of the ``text`` in it; markup that nobody escaped is a part of it."""
    inner = element.find("text")
    holder = element if inner is None else inner
    return inner_html(holder) if len(holder) and holder is inner else (holder.text or "").strip()


_READERS: Mapping[str, Callable[[_Question], Ask | None]] = {
    "multichoice": _Question.choice,
    "truefalse": _Question.truth,
    "shortanswer": _Question.text,
    "numerical": _Question.number,
    "matching": _Question.match,
    "ddmatch": _Question.match,
    "ordering": _Question.order,
}
