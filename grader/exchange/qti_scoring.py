"""How QTI answers are marked: conditions that add points, and those that say something about an answer."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from xml.etree import ElementTree as ET

from grader.exchange.item import Ask, Form, Item, Order, Range
from grader.exchange.qti_asking import LETTERS, TYPED, Asked
from grader.exchange.spelling import decimal
from grader.exchange.xmlfile import add

MAPPED = (Form.MULTI, Form.MATCH, Form.TEXT)


def processing(item: Item, asked: Sequence[Asked]) -> ET.Element:
    """Return the whole of ``responseProcessing``: points of every answer, then what is said."""
    rules = ET.Element("responseProcessing")
    share = item.points / len(asked)
    for one in asked:
        _score(rules, one, share)
        if one.remarks():
            _say(rules, one)
    if item.feedback:
        _set(rules, "GENERAL", _base("identifier", "SHOWN"))
    return rules


def _score(rules: ET.Element, one: Asked, share: Fraction) -> None:
    if one.ask.form in MAPPED:
        worth = ET.Element("product")
        worth.extend([_leaf("mapResponse", one), _base("float", decimal(share))])
        _answered(rules, one).append(_added(worth))
        return
    condition = add(add(rules, "responseCondition"), "responseIf")
    condition.append(_right(one))
    condition.append(_added(_base("float", decimal(share))))


def _answered(rules: ET.Element, one: Asked) -> ET.Element:
    """Return a condition that holds where something was answered: nothing cannot be mapped."""
    condition = add(add(rules, "responseCondition"), "responseIf")
    add(add(condition, "not"), "isNull").append(_leaf("variable", one))
    return condition


def _added(worth: ET.Element) -> ET.Element:
    total = ET.Element("sum")
    total.extend([ET.Element("variable", {"identifier": "SCORE"}), worth])
    setting = ET.Element("setOutcomeValue", {"identifier": "SCORE"})
    setting.append(total)
    return setting


def _right(one: Asked) -> ET.Element:
    """Return the condition under which an answer gives all its points."""
    match one.ask.form:
        case Form.NUMBER:
            return _any([_between(one, r) for r in one.ask.ranges if r.weight == 1])
        case Form.ORDER:
            return _any([_order(one, order) for order in one.ask.orders if order.weight])
    same = ET.Element("match")
    same.extend([_leaf("variable", one), _leaf("correct", one)])
    return same


def _say(rules: ET.Element, one: Asked) -> None:
    if one.ask.form not in (*TYPED, Form.ORDER):
        _set(_answered(rules, one), one.feedback, _leaf("variable", one))
        return
    condition = add(rules, "responseCondition")
    for number, (name, words) in enumerate(one.remarks()):
        branch = add(condition, "responseElseIf" if number else "responseIf")
        branch.append(_any(_given(one, words)))
        _set(branch, one.feedback, _base("identifier", name))


def _given(one: Asked, words: str) -> list[ET.Element]:
    """Return the conditions under which these words are said."""
    ask = one.ask
    texts = [_text(one, answer.text, ask) for answer in ask.answers if answer.feedback == words]
    ranges = [_between(one, r) for r in ask.ranges if r.feedback == words]
    return [*texts, *ranges, *(_order(one, order) for order in ask.orders if order.feedback == words)]


def _any(conditions: list[ET.Element]) -> ET.Element:
    if len(conditions) == 1:
        return conditions[0]
    either = ET.Element("or")
    either.extend(conditions)
    return either


def _text(one: Asked, words: str, ask: Ask) -> ET.Element:
    same = ET.Element("stringMatch", {"caseSensitive": str(ask.case).lower(), "substring": "false"})
    same.extend([_leaf("variable", one), _base("string", words)])
    return same


def _between(one: Asked, accepted: Range) -> ET.Element:
    within = ET.Element("and")
    for tag, end in (("gte", accepted.low), ("lte", accepted.high)):
        add(within, tag).extend([_leaf("variable", one), _base("float", decimal(end))])
    return within


def _order(one: Asked, order: Order) -> ET.Element:
    same = ET.Element("match")
    ordered = ET.Element("ordered")
    ordered.extend(_base("identifier", LETTERS[place]) for place in order.places)
    same.extend([_leaf("variable", one), ordered])
    return same


def _leaf(tag: str, one: Asked) -> ET.Element:
    return ET.Element(tag, {"identifier": one.response})


def _base(kind: str, value: str) -> ET.Element:
    element = ET.Element("baseValue", {"baseType": kind})
    element.text = value
    return element


def _set(parent: ET.Element, outcome: str, value: ET.Element) -> None:
    add(parent, "setOutcomeValue", attributes={"identifier": outcome}).append(value)
