"""What is right in a QTI item: declared values, mappings and conditions, response by response."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from xml.etree import ElementTree as ET

from grader.exchange.item import WHOLE, Answer, Ask, Form, Order, Pair, Range
from grader.exchange.numbers import number_of
from grader.exchange.qti_rules import Rule, copied_to, ends_in, names_in, orders_in, rules_of, texts_in
from grader.exchange.received import Received
from grader.exchange.xmlfile import inner_html, words_of

GAPS = ("textEntryInteraction", "inlineChoiceInteraction")
INTERACTIONS = (*GAPS, "choiceInteraction", "matchInteraction", "orderInteraction")


@dataclass(frozen=True, slots=True)
class _Declared:
    """A response as it is declared; ``mapping``: value -> points, ``strict`` where capitals count."""

    kind: str
    cardinality: str
    correct: tuple[str, ...]
    mapping: Mapping[str, Fraction]
    strict: bool


class Answers:
    """The answers of one item; its element names are without namespaces."""

    def __init__(self, root: ET.Element, received: Received) -> None:
        self._root = root
        self._received = received
        self._rules = rules_of(root)
        self._modal = {
            (e.get("outcomeIdentifier", ""), e.get("identifier", "")): self._markdown(e)
            for e in root.iterfind("modalFeedback")
        }
        self._used: set[tuple[str, str]] = set()
        declarations = root.iterfind("responseDeclaration")
        self._declared = {d.get("identifier", ""): _declared(d) for d in declarations}

    def ask(self, interaction: ET.Element, name: str) -> Ask | None:
        """Return what an interaction asks; None where nothing is right."""
        response = interaction.get("responseIdentifier", "")
        declared = self._declared.get(response)
        reader = self._readers().get(interaction.tag)
        return reader(interaction, declared, response) if reader and declared else None

    def _readers(self) -> Mapping[str, Callable[[ET.Element, _Declared, str], Ask | None]]:
        return {
            "choiceInteraction": self._choice,
            "inlineChoiceInteraction": self._choice,
            "textEntryInteraction": self._typed,
            "matchInteraction": self._match,
            "orderInteraction": self._order,
        }

    def general(self) -> str:
        """Return what is said whatever is answered: what no answer has been found for."""
        return "\n\n".join(words for name, words in self._modal.items() if name not in self._used)

    def points(self) -> Fraction:
        """Return the points as far as the conditions tell them; else one."""
        scores = [rule for rule in self._rules if rule.scores]
        given = [value for rule in scores for value in rule.points]
        distinct = len(self._declared) or 1
        return max(given) * distinct if given else WHOLE

    def _markdown(self, element: ET.Element) -> str:
        return self._received.unmarked.markdown(inner_html(element))

    def _choice(self, interaction: ET.Element, declared: _Declared, response: str) -> Ask | None:
        tags = ("simpleChoice", "inlineChoice")
        options = [option for option in interaction.iter() if option.tag in tags]
        several = declared.cardinality == "multiple"
        form = Form.MULTI if several else Form.CHOICE
        ask = Ask(form, tuple(self._option(option, declared, response) for option in options))
        return ask if ask.right else None

    def _option(self, option: ET.Element, declared: _Declared, response: str) -> Answer:
        name = option.get("identifier", "")
        inside = copy.deepcopy(option)
        said = inside.find("feedbackInline")
        words = "" if said is None else self._markdown(said)
        if said is not None:
            inside.remove(said)
        return Answer(self._markdown(inside), _weight(name, declared), words or self._said_of(name, response))

    def _said_of(self, name: str, response: str) -> str:
        """Return what is said about an option: by a condition that names it, or under its own name."""
        shown = [
            show
            for rule in self._rules
            if rule.about(response) and name in names_in(rule)
            for show in sorted(rule.shows & self._modal.keys())
        ]
        copied = copied_to(self._root, response)
        shown += [show for show in self._modal if show[1] == name and show[0] in copied]
        self._used.update(shown[:1])
        return self._modal[shown[0]] if shown else ""

    def _typed(self, interaction: ET.Element, declared: _Declared, response: str) -> Ask | None:
        if declared.kind in ("float", "integer"):
            return self._number(declared, response)
        best = max(declared.mapping.values(), default=WHOLE)
        right = {key: points / best for key, points in declared.mapping.items() if points > 0 and best > 0}
        right = right or dict.fromkeys(declared.correct, WHOLE)
        traps = {
            words: said
            for rule, said in self._remarks(response)
            for words in texts_in(rule)
            if words not in right
        }
        answers = [Answer(words, weight) for words, weight in right.items()]
        answers += [Answer(words, Fraction(), said) for words, said in traps.items()]
        ask = Ask(Form.TEXT, tuple(answers), case=declared.strict)
        return ask if ask.right else None

    def _remarks(self, response: str) -> list[tuple[Rule, str]]:
        """Return the rules about a response that show something, and what they show."""
        found = []
        for rule in self._rules:
            for show in sorted(rule.shows & self._modal.keys()):
                if rule.about(response) and rule.narrow:
                    self._used.add(show)
                    found.append((rule, self._modal[show]))
        return found

    def _number(self, declared: _Declared, response: str) -> Ask | None:
        key = number_of(declared.correct[0]) if declared.correct else None
        scoring = [rule for rule in self._rules if rule.scores and rule.about(response)]
        right = [Range(*ends) for rule in scoring for ends in ends_in(rule, key)]
        if not right and key is not None:
            right = [Range(key, key, key)]
        remarks = ((rule, said) for rule, said in self._remarks(response) if not rule.scores)
        wrong = [Range(*ends, Fraction(), said) for rule, said in remarks for ends in ends_in(rule, key)]
        return Ask(Form.NUMBER, ranges=(*right, *wrong)) if right else None

    def _match(self, interaction: ET.Element, declared: _Declared, response: str) -> Ask | None:
        shown = {
            choice.get("identifier", ""): self._markdown(choice)
            for choice in interaction.iter("simpleAssociableChoice")
        }
        correct = declared.correct or tuple(key for key, points in declared.mapping.items() if points > 0)
        named = [pair.split() for pair in correct]
        pairs = tuple(Pair(shown[a], shown[b]) for a, b in named if {a, b} <= shown.keys())
        sides = interaction.findall("simpleMatchSet")
        rights = [c.get("identifier", "") for c in sides[-1].iter("simpleAssociableChoice")] if sides else []
        used = {b for _, b in named}
        others = tuple(shown[name] for name in rights if name not in used)
        return Ask(Form.MATCH, pairs=pairs, others=others) if pairs else None

    def _order(self, interaction: ET.Element, declared: _Declared, response: str) -> Ask | None:
        options = list(interaction.iter("simpleChoice"))
        names = [option.get("identifier", "") for option in options]
        orders = [Order(places) for places in [_places(names, declared.correct)] if places]
        for rule in self._rules:
            if rule.scores and rule.about(response):
                orders += [Order(places) for one in orders_in(rule) if (places := _places(names, one))]
        for rule, said in self._remarks(response):
            orders += [Order(p, Fraction(), said) for one in orders_in(rule) if (p := _places(names, one))]
        lines = tuple(Answer(self._markdown(option)) for option in options)
        return Ask(Form.ORDER, lines, orders=tuple(dict.fromkeys(orders))) if orders else None


def _places(names: list[str], order: tuple[str, ...] | list[str]) -> tuple[int, ...]:
    """Return an order as places; nothing where it does not name everything once."""
    return tuple(map(names.index, order)) if sorted(order) == sorted(names) else ()


def _weight(name: str, declared: _Declared) -> Fraction:
    right = declared.correct or tuple(key for key, points in declared.mapping.items() if points > 0)
    if name in right:
        return Fraction(1, len(right)) if declared.cardinality == "multiple" else WHOLE
    total = sum(points for points in declared.mapping.values() if points > 0)
    return declared.mapping.get(name, Fraction()) / total if total else Fraction()


def _declared(element: ET.Element) -> _Declared:
    entries = list(element.iterfind("mapping/mapEntry"))
    mapping = {
        entry.get("mapKey", ""): number_of(entry.get("mappedValue", "0")) or Fraction() for entry in entries
    }
    return _Declared(
        element.get("baseType", ""),
        element.get("cardinality", "single"),
        tuple(map(words_of, element.iterfind("correctResponse/value"))),
        mapping,
        not entries or any(entry.get("caseSensitive", "true") != "false" for entry in entries),
    )
