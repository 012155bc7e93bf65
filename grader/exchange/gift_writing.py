r"""GIFT, written: one question a block, its signs escaped, HTML for what is shown.

The variants of a question go into a category of their own: a random question of it is one variant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from grader.exchange.fitting import Profile
from grader.exchange.item import WHOLE, Answer, Ask, Form, Item, Range
from grader.exchange.losses import Loss, Lost
from grader.exchange.markup import html_of, inline_html_of, plain_of
from grader.exchange.spelling import decimal

PROFILE = Profile(
    frozenset({Form.CHOICE, Form.MULTI, Form.TRUEFALSE, Form.TEXT, Form.NUMBER, Form.MATCH}), case=False
)
_SIGNS = re.compile(r"[\\~=#{}:]")
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")


def write_gift(items: Sequence[Item], title: str) -> tuple[bytes, list[Loss]]:
    """Return a file of these questions in one category each pool, and what GIFT itself has no way to say."""
    losses: list[Loss] = []
    blocks = []
    category = ""
    for item in items:
        if _unsayable(item.ask):
            losses.append(Loss(item.pool, Lost.SKIPPED, "->"))
            continue
        if item.pool != category:
            category = item.pool
            blocks.append(f"$CATEGORY: $course$/top/{_path(title)}/{_path(category)}")
        blocks.append(_question(item))
    return ("\n\n".join(blocks) + "\n").encode(), losses


def escape(words: str) -> str:
    """Return a text with GIFT's signs escaped, in one line."""
    return _SIGNS.sub(lambda sign: "\\" + sign[0], words).replace("\r", "").replace("\n", "\\n")


def _path(name: str) -> str:
    # A slash within a name is doubled; a line cannot hold more than one.
    return " ".join(name.replace("/", "//").split())


def _unsayable(ask: Ask) -> bool:
    """Tell whether a typed answer would be taken for a pair: there is no escape for the arrow."""
    return ask.form is Form.TEXT and any("->" in answer.text for answer in ask.answers)


def _question(item: Item) -> str:
    tags = [f"[tag:{item.module}]"] * bool(item.module) + [f"[tag:level-{item.level}]"] * bool(item.level)
    comment = " ".join(["//", f"[id:{item.name}]", *tags])
    lines = [f"::{escape(item.title)}::[html]{escape(html_of(item.prompt))}{{"]
    lines += _body(item.ask)
    lines += [f"\t####{_said(item.feedback)}"] * bool(item.feedback)
    return "\n".join([comment, *lines, "}"])


def _body(ask: Ask) -> Iterator[str]:
    match ask.form:
        case Form.TRUEFALSE:
            yield _truth(ask)
        case Form.NUMBER:
            yield "\t#"
            yield from map(_range, ask.ranges)
        case Form.MATCH:
            yield from (f"\t={_shown(pair.left)} -> {escape(plain_of(pair.right))}" for pair in ask.pairs)
            yield from (f"\t= -> {escape(plain_of(other))}" for other in ask.others)
        case Form.TEXT:
            yield from (
                f"\t={_percent(a.weight)}{_typed(a.text)}{_feedback(a.feedback)}" for a in ask.answers
            )
        case _:
            yield from (f"\t{_sign(ask.form, a)}{_shown(a.text)}{_feedback(a.feedback)}" for a in ask.answers)


def _truth(ask: Ask) -> str:
    """Return the key, what is said to those who are wrong, and to those who are right."""
    right, wrong = ask.right[0], ask.wrong[0]
    key = "TRUE" if ask.answers[0] is right else "FALSE"
    said = _feedback(wrong.feedback) or "#" * bool(right.feedback)
    return f"\t{key}{said}{_feedback(right.feedback)}"


def _sign(form: Form, answer: Answer) -> str:
    if form is Form.CHOICE and answer.weight in (0, WHOLE):
        return "=" if answer.weight else "~"
    return f"~{_percent(answer.weight)}"


def _percent(weight: Fraction) -> str:
    """Return a weight with the five decimals that Moodle's own list of weights has."""
    percent = f"{float(weight * 100):.5f}".rstrip("0").rstrip(".")
    return f"%{percent}%"


def _range(one: Range) -> str:
    margins = one.high - one.value, one.value - one.low
    if margins[0] == margins[1]:
        written = f"{decimal(one.value)}:{decimal(margins[0])}"
    else:
        written = f"{decimal(one.low)}..{decimal(one.high)}"
    return f"\t={_percent(one.weight)}{written}{_feedback(one.feedback)}"


def _typed(words: str) -> str:
    # A star stands for any letters in Moodle's short answers.
    return escape(words.replace("*", r"\*"))


def _shown(markdown: str) -> str:
    html = inline_html_of(markdown)
    # Else the text would begin with a name of a format, or with a weight.
    prefix = "[html]" if _FORMAT.match(html) else ""
    return escape(prefix + re.sub("^%", "&#37;", html))


def _said(markdown: str) -> str:
    return escape(inline_html_of(markdown))


def _feedback(markdown: str) -> str:
    return f"#{_said(markdown)}" if markdown else ""
