"""Moodle's code for gaps in a text, ``{1:SHORTANSWER:=key#said~wrong}``: written and read."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from grader.exchange.item import WHOLE, Answer, Ask, Form, Gap, Range, mark_of
from grader.exchange.markup import inline_html_of, plain_of
from grader.exchange.numbers import number_of
from grader.exchange.spelling import decimal
from grader.exchange.unmarked import escaped

_CODE = re.compile(
    r"\{(\d*):(NUMERICAL|NM|MULTICHOICE_?[VHS]*|MC[VHS]*|MULTIRESPONSE_?[HS]*|MR[HS]*"
    r"|SHORTANSWER_C|SHORTANSWER|SAC|SA|MWC|MW):((?:\\.|[^\\}])*)\}",
    re.IGNORECASE | re.DOTALL,
)
_PART = re.compile(r"(?:\\.|&#?\w+;|[^~\\])+", re.DOTALL)
_WEIGHT = re.compile(r"(=|%(-?\d{1,3}(?:\.\d+)?)%)?")
_SIGNS = re.compile(r"[~#}{\\/\"%=]")


def gap_code(ask: Ask) -> str:
    """Return the code of one gap."""
    match ask.form:
        case Form.NUMBER:
            parts = [_number(one) for one in ask.ranges]
            return f"{{1:NUMERICAL:{'~'.join(parts)}}}"
        case Form.CHOICE:
            return f"{{1:MULTICHOICE_S:{'~'.join(_part(a, plain_of(a.text)) for a in ask.answers)}}}"
    kind = "SHORTANSWER_C" if ask.case else "SHORTANSWER"
    return f"{{1:{kind}:{'~'.join(_part(a, a.text.replace('*', chr(92) + '*')) for a in ask.answers)}}}"


def _part(answer: Answer, words: str) -> str:
    return f"{_weight(answer.weight)}{_entities(words)}{_said(answer.feedback)}"


def _number(one: Range) -> str:
    middle = (one.low + one.high) / 2
    return f"{_weight(one.weight)}{decimal(middle)}:{decimal(one.high - middle)}{_said(one.feedback)}"


def _weight(weight: Fraction) -> str:
    return "=" if weight == WHOLE else f"%{float(weight * 100):.5f}".rstrip("0").rstrip(".") + "%"


def _said(feedback: str) -> str:
    return "#" + _entities(inline_html_of(feedback)) if feedback else ""


def _entities(words: str) -> str:
    """Return a text in which nothing ends a part: Moodle resolves entities, but few backslashes."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", html.escape(words, quote=False))


def gaps_in(text: str, markdown: Callable[[str], str]) -> tuple[str, tuple[Gap, ...]]:
    """Return a text with marks for its gaps, and the gaps; those that we do not have have no answers."""
    gaps: list[Gap] = []

    def marked(code: re.Match[str]) -> str:
        gaps.append(Gap(f"b{len(gaps) + 1}", _ask(code[2].upper(), list(_read(code[3], markdown)))))
        return mark_of(gaps[-1].name)

    return _CODE.sub(marked, text), tuple(gaps)


def _ask(kind: str, answers: list[Answer]) -> Ask:
    if kind.startswith(("MULTIR", "MR")):
        return Ask(Form.MULTI)
    if kind.startswith("N"):
        return Ask(Form.NUMBER, ranges=tuple(filter(None, map(_range, answers))))
    if kind.startswith("M") and not kind.startswith("MW"):
        return Ask(Form.CHOICE, tuple(replace(answer, text=escaped(answer.text)) for answer in answers))
    return Ask(Form.TEXT, tuple(answers), case=kind.endswith("C"))


def _read(body: str, markdown: Callable[[str], str]) -> Iterator[Answer]:
    for part in _PART.findall(body):
        weight = _WEIGHT.match(part)
        worth = Fraction(weight[2]) / 100 if weight and weight[2] else Fraction(bool(weight and weight[1]))
        words, _, said = _cut(part[weight.end() if weight else 0 :])
        yield Answer(_plain(words), worth, markdown(html.unescape(said)))


def _range(answer: Answer) -> Range | None:
    value, _, margin = answer.text.partition(":")
    middle, width = number_of(value), number_of(margin or "0")
    if middle is None or width is None:
        return None
    return Range(middle, middle - abs(width), middle + abs(width), answer.weight, answer.feedback)


def _cut(part: str) -> tuple[str, str, str]:
    """Split a part at the number sign that begins what is said; one of an entity, or escaped, does not."""
    found = re.search(r"(?<![\\&])#", part)
    return (part[: found.start()], "#", part[found.end() :]) if found else (part, "", "")


def _plain(words: str) -> str:
    return html.unescape(re.sub(r"\\([}#~/\"\\])", r"\1", re.sub(r"<[^>]+>", "", words))).strip()
