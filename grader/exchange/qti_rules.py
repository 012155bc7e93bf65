"""What the conditions of a QTI item say: which texts, numbers and orders are right, what is said of them.

Nothing is carried out: the few forms of conditions that authoring tools write are looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from xml.etree import ElementTree as ET

from grader.exchange.numbers import number_of
from grader.exchange.xmlfile import words_of

Ends = tuple[Fraction, Fraction, Fraction]
_RULES = ("responseIf", "responseElseIf")


@dataclass(frozen=True, slots=True)
class Rule:
    """One condition and what it does: the texts it shows, as outcome and name, and the points it gives."""

    condition: ET.Element
    shows: frozenset[tuple[str, str]]
    points: tuple[Fraction, ...]

    @property
    def scores(self) -> bool:
        """Tell whether it gives points."""
        return bool(self.points)

    @property
    def narrow(self) -> bool:
        """Tell whether it looks at single values, not only at whether there is an answer."""
        return next(self.condition.iter("baseValue"), None) is not None

    def about(self, response: str) -> bool:
        """Tell whether it looks at a response."""
        return any(v.get("identifier") == response for v in self.condition.iter("variable"))


def rules_of(root: ET.Element) -> list[Rule]:
    """Return every rule of an item that has a condition."""
    found = []
    for element in root.iter():
        if element.tag in _RULES and len(element) > 1:
            shows = {
                (setting.get("identifier", ""), words_of(base))
                for setting in element.iterfind("setOutcomeValue")
                for base in setting.iter("baseValue")
                if base.get("baseType") == "identifier"
            }
            found.append(Rule(element[0], frozenset(shows), tuple(_points(element))))
    return found


def _points(element: ET.Element) -> Iterator[Fraction]:
    """Yield the points that a rule gives, without those that it takes."""
    for setting in element.iterfind("setOutcomeValue"):
        for base in setting.iter("baseValue"):
            value = number_of(words_of(base)) if base.get("baseType") != "identifier" else None
            if value is not None and value > 0:
                yield value


def copied_to(root: ET.Element, response: str) -> set[str]:
    """Return the outcomes that are set to a response itself: what is shown has the option's name."""
    return {
        setting.get("identifier", "")
        for setting in root.iter("setOutcomeValue")
        if any(v.get("identifier") == response for v in setting.iterfind("variable"))
    }


def names_in(rule: Rule) -> list[str]:
    """Return the options that a condition looks for."""
    bases = rule.condition.iter("baseValue")
    return [words_of(base) for base in bases if base.get("baseType") == "identifier"]


def texts_in(rule: Rule) -> list[str]:
    """Return the texts that a condition compares with."""
    return [words_of(base) for base in rule.condition.iter("baseValue") if base.get("baseType") == "string"]


def orders_in(rule: Rule) -> list[list[str]]:
    """Return the orders that a condition compares with."""
    return [[words_of(base) for base in one.iter("baseValue")] for one in rule.condition.iter("ordered")]


def ends_in(rule: Rule, key: Fraction | None) -> Iterator[Ends]:
    """Yield value, low and high of the numbers that a condition accepts."""
    for one in rule.condition.iter("equal"):
        based = one.find("baseValue")
        value = key if based is None else number_of(words_of(based))
        if value is not None:
            yield _margins(one, value)
    for both in rule.condition.iter("and"):
        low, high = both.find("gte/baseValue"), both.find("lte/baseValue")
        ends = [None if end is None else number_of(words_of(end)) for end in (low, high)]
        if ends[0] is not None and ends[1] is not None:
            yield (ends[0] + ends[1]) / 2, ends[0], ends[1]


def _margins(equal: ET.Element, value: Fraction) -> Ends:
    written = [abs(number_of(word) or Fraction()) for word in equal.get("tolerance", "").split()]
    match equal.get("toleranceMode", "exact"), written:
        case "absolute", [below, *rest]:
            return value, value - below, value + (rest[0] if rest else below)
        case "relative", [below, *rest]:
            share = abs(value) / 100
            return value, value - below * share, value + (rest[0] if rest else below) * share
    return value, value, value
