"""Moodle XML, written: hints, weights, feedback, gaps; ``idnumber`` keeps the name.

The variants of a question go into a category of their own: a random question of it is one variant.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from xml.etree import ElementTree as ET

from grader.exchange.fitting import Profile
from grader.exchange.item import Answer, Ask, Form, Item, Range, mark_of
from grader.exchange.losses import Loss
from grader.exchange.markup import html_of, inline_html_of, plain_of
from grader.exchange.moodle_gaps import gap_code
from grader.exchange.spelling import decimal
from grader.exchange.xmlfile import add, written

PROFILE = Profile(frozenset(Form), hints=True, attempts=True)
TYPES = {
    Form.CHOICE: "multichoice",
    Form.MULTI: "multichoice",
    Form.TRUEFALSE: "truefalse",
    Form.TEXT: "shortanswer",
    Form.NUMBER: "numerical",
    Form.MATCH: "matching",
    Form.ORDER: "ordering",
    Form.CLOZE: "cloze",
}
# Part of the points for every line that stands in the right order, as in our own rule.
GRADED_BY = "LONGEST_ORDERED_SUBSET"


def write_moodle(items: Sequence[Item], title: str) -> tuple[bytes, list[Loss]]:
    """Return a file of these questions, in one category each pool."""
    quiz = ET.Element("quiz")
    category = ""
    for item in items:
        if item.pool != category:
            category = item.pool
            _category(quiz, title, category)
        _question(quiz, item)
    return written(quiz), []


def _category(quiz: ET.Element, title: str, pool: str) -> None:
    question = add(quiz, "question", attributes={"type": "category"})
    path = "/".join(name.replace("/", "//") for name in ("$course$", "top", title, pool))
    _text(question, "category", path)


def _text(parent: ET.Element, tag: str, words: str, form: str = "", **attributes: str) -> ET.Element:
    child = add(parent, tag, attributes={**attributes, **({"format": form} if form else {})})
    add(child, "text", words)
    return child


def _question(quiz: ET.Element, item: Item) -> None:
    question = add(quiz, "question", attributes={"type": TYPES[item.form]})
    _text(question, "name", item.title)
    _text(question, "questiontext", _prompt(item), "html")
    _text(question, "generalfeedback", html_of(item.feedback), "html")
    if item.form is not Form.CLOZE:
        add(question, "defaultgrade", decimal(item.points))
    add(question, "penalty", f"{float(_penalty(item)):.7f}")
    add(question, "hidden", "0")
    add(question, "idnumber", item.name)
    _details(question, item)
    for hint in item.hints:
        add(_text(question, "hint", html_of(hint), "html"), "shownumcorrect")
    tags = add(question, "tags")
    for tag in filter(None, (item.module, f"level-{item.level}" if item.level else "")):
        _text(tags, "tag", tag)


def _prompt(item: Item) -> str:
    prompt = html_of(item.prompt)
    for gap in item.gaps:
        prompt = prompt.replace(mark_of(gap.name), gap_code(gap.ask))
    return prompt


def _penalty(item: Item) -> Fraction:
    """Return what a second attempt costs; all, where there is none."""
    return 1 - item.attempts[1] if len(item.attempts) > 1 else Fraction(1)


def _details(question: ET.Element, item: Item) -> None:
    ask = item.ask
    match item.form:
        case Form.CHOICE | Form.MULTI:
            _choice(question, item)
        case Form.TRUEFALSE:
            for name, answer in zip(("true", "false"), ask.answers, strict=True):
                _answer(question, name, answer.weight, answer.feedback, "moodle_auto_format")
        case Form.TEXT:
            add(question, "usecase", str(int(ask.case)))
            for answer in ask.answers:
                words = answer.text.replace("*", r"\*")  # a star stands for any letters
                _answer(question, words, answer.weight, answer.feedback, "moodle_auto_format")
        case Form.NUMBER:
            for one in ask.ranges:
                _number(question, one)
        case Form.MATCH:
            _match(question, item)
        case Form.ORDER:
            _order(question, ask)


def _choice(question: ET.Element, item: Item) -> None:
    add(question, "single", "true" if item.form is Form.CHOICE else "false")
    add(question, "shuffleanswers", "true" if item.shuffle else "false")
    add(question, "answernumbering", "abc")
    for answer in item.ask.answers:
        _answer(question, inline_html_of(answer.text), answer.weight, answer.feedback, "html")


def _answer(question: ET.Element, words: str, weight: Fraction, feedback: str, form: str) -> ET.Element:
    # Moodle knows a list of weights only, written with five or seven decimals.
    fraction = f"{float(weight * 100):.7f}".rstrip("0").rstrip(".")
    answer = _text(question, "answer", words, form, fraction=fraction)
    _text(answer, "feedback", inline_html_of(feedback), "html")
    return answer


def _number(question: ET.Element, one: Range) -> None:
    middle = (one.low + one.high) / 2
    answer = _answer(question, decimal(middle), one.weight, one.feedback, "moodle_auto_format")
    add(answer, "tolerance", decimal(one.high - middle))


def _match(question: ET.Element, item: Item) -> None:
    add(question, "shuffleanswers", "true" if item.shuffle else "false")
    for left, right in [*((p.left, p.right) for p in item.ask.pairs), *(("", o) for o in item.ask.others)]:
        side = _text(question, "subquestion", inline_html_of(left), "html")
        _text(side, "answer", plain_of(right))


def _order(question: ET.Element, ask: Ask) -> None:
    """Write the lines in the right order: that is the order of the answers."""
    for tag, value in (("layouttype", "VERTICAL"), ("selecttype", "ALL"), ("gradingtype", GRADED_BY)):
        add(question, tag, value)
    lines: list[Answer] = [ask.answers[place] for place in ask.orders[0].places]
    for number, line in enumerate(lines, start=1):
        _answer(question, inline_html_of(line.text), Fraction(number, 100), "", "html")
    add(question, "shownumcorrect")
