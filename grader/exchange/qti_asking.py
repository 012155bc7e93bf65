"""One thing to answer in QTI: its response, its correct values, its interaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from xml.etree import ElementTree as ET

from grader.exchange.item import Answer, Ask, Form, Item
from grader.exchange.markup import elements_of, plain_of
from grader.exchange.spelling import decimal
from grader.exchange.xmlfile import add

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WIDTH = 20
TYPED = (Form.TEXT, Form.NUMBER)
CARDINALITIES = {Form.MULTI: "multiple", Form.MATCH: "multiple", Form.ORDER: "ordered"}
BASE_TYPES = {Form.TEXT: "string", Form.NUMBER: "float", Form.MATCH: "directedPair"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Something to answer, the names of its response and of what is said about it."""

    response: str
    feedback: str
    ask: Ask

    @property
    def cardinality(self) -> str:
        """How many values a response has."""
        return CARDINALITIES.get(self.ask.form, "single")

    @property
    def base_type(self) -> str:
        """What each value is."""
        return BASE_TYPES.get(self.ask.form, "identifier")

    def correct(self) -> Iterator[str]:
        """Yield the values of the key."""
        ask = self.ask
        match ask.form:
            case Form.TEXT:
                yield ask.right[0].text
            case Form.NUMBER:
                yield decimal(ask.ranges[0].value)
            case Form.MATCH:
                yield from self._pairs()
            case Form.ORDER:
                yield from (LETTERS[place] for place in ask.orders[0].places)
            case _:
                yield from (letter for letter, answer in self.options() if answer in ask.right)

    def options(self) -> Iterator[tuple[str, Answer]]:
        """Yield options, or lines, with their names."""
        yield from zip(LETTERS, self.ask.answers, strict=False)

    def rights(self) -> list[str]:
        """Return the right sides of a match, each once."""
        return list(dict.fromkeys([*(pair.right for pair in self.ask.pairs), *self.ask.others]))

    def _pairs(self) -> Iterator[str]:
        rights = self.rights()
        for number, pair in enumerate(self.ask.pairs, start=1):
            yield f"L{number} R{rights.index(pair.right) + 1}"

    def mapped(self) -> Iterator[tuple[str, Fraction]]:
        """Yield the values that give part of the points, or take some."""
        match self.ask.form:
            case Form.MULTI:
                yield from ((letter, answer.weight) for letter, answer in self.options())
            case Form.MATCH:
                yield from ((pair, Fraction(1, len(self.ask.pairs))) for pair in self._pairs())
            case Form.TEXT:
                yield from ((answer.text, answer.weight) for answer in self.ask.answers if answer.weight)

    def remarks(self) -> list[tuple[str, str]]:
        """Return what is said about answers: of options under their names, of others once each."""
        if self.ask.form not in (*TYPED, Form.ORDER):
            return [(letter, answer.feedback) for letter, answer in self.options() if answer.feedback]
        said = [answer.feedback for answer in self.ask.answers]
        said += [one.feedback for one in self.ask.ranges] + [order.feedback for order in self.ask.orders]
        return [(f"T{n}", words) for n, words in enumerate(dict.fromkeys(filter(None, said)), start=1)]


def element_for(asked: Asked, item: Item) -> ET.Element:
    """Return the interaction by which something is answered."""
    ask, shuffle = asked.ask, str(item.shuffle).lower()
    about = {"responseIdentifier": asked.response}
    if ask.form in TYPED:
        return ET.Element("textEntryInteraction", {**about, "expectedLength": str(WIDTH)})
    if item.gaps:
        return _inline_choice(asked, about)
    match ask.form:
        case Form.MATCH:
            return _match(asked, {**about, "shuffle": shuffle, "maxAssociations": str(len(ask.pairs))})
        case Form.ORDER:
            return _choices(asked, ET.Element("orderInteraction", {**about, "shuffle": "true"}))
    most = "0" if ask.form is Form.MULTI else "1"
    shuffle = shuffle if ask.form is not Form.TRUEFALSE else "false"
    return _choices(asked, ET.Element("choiceInteraction", {**about, "shuffle": shuffle, "maxChoices": most}))


def _inline_choice(asked: Asked, about: dict[str, str]) -> ET.Element:
    element = ET.Element("inlineChoiceInteraction", {**about, "shuffle": "false"})
    for letter, answer in asked.options():
        add(element, "inlineChoice", plain_of(answer.text), {"identifier": letter})
    return element


def _choices(asked: Asked, element: ET.Element) -> ET.Element:
    for letter, answer in asked.options():
        _fill(add(element, "simpleChoice", attributes={"identifier": letter}), answer.text)
    return element


def _match(asked: Asked, about: dict[str, str]) -> ET.Element:
    element = ET.Element("matchInteraction", about)
    sides = ("L", [pair.left for pair in asked.ask.pairs], "1"), ("R", asked.rights(), "0")
    for letter, texts, most in sides:
        side = add(element, "simpleMatchSet")
        for number, words in enumerate(texts, start=1):
            one = {"identifier": f"{letter}{number}", "matchMax": most}
            _fill(add(side, "simpleAssociableChoice", attributes=one), words)
    return element


def _fill(element: ET.Element, markdown: str) -> None:
    shown = elements_of(markdown, inline=True)
    element.text = shown.text
    element.extend(list(shown))
