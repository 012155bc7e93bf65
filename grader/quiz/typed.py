"""Reading what people type: full-width characters, brackets of all kinds, words for "it raises".

Every function takes a normalised text and returns what was read, or raises `Unreadable` with a sentence.
A text that cannot be read is no attempt. Nothing is evaluated, and no answer takes longer for being long.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from fractions import Fraction

from grader.model import Text, text
from grader.quiz.rules import Number

MAX_ANSWER = 4000
MAX_SHOWN = 60
ERROR = "error"
NONE = "none"

_SIGNS = str.maketrans("、。【】〔〕「」『』−–—×✕“”„‘’′", ",.[][]''\"\"---xx\"\"\"'''")
_NUMBER = re.compile(r"[+-]?(?:\d{1,60}\.?\d{0,60}|\.\d{1,60})(?:e[+-]?\d{1,3})?", re.ASCII)
_FRACTION = re.compile(r"([+-]?\d{1,40})\s*/\s*(\d{1,40})", re.ASCII)
_WORDS = {"nan": "nan", "inf": "inf", "+inf": "inf", "-inf": "-inf", "infinity": "inf", "-infinity": "-inf"}
_WORDS |= {"∞": "inf", "+∞": "inf", "-∞": "-inf"}
_ERRORS = frozenset({"error", "an error", "raises", "exception", "错误", "报错", "出错", "异常", "抛出异常"})
_ERROR_CLASS = re.compile(r"[a-z]{1,40}error", re.ASCII)
_NO_LINE = frozenset({"none", "no line", "nothing", "0", "-", "无", "没有", "都不会", "不会"})
_LINE = re.compile(r"(?:line|第)?\s*(\d{1,4})\s*行?", re.ASCII)
_TRUE = frozenset({"true", "t", "yes", "y", "right", "对", "正确", "是", "真", "√"})
_FALSE = frozenset({"false", "f", "no", "n", "wrong", "错", "错误", "否", "假", "不对", "不正确"})


class Unreadable(Exception):
    """An answer that is not of the form that is asked for; `sentence` says what form that is."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def normalise(raw: str) -> str:
    """Return an answer in plain characters; raises `Unreadable` where it is longer than any answer is."""
    if len(raw) > MAX_ANSWER:
        raise Unreadable(text("The answer has {length} characters; that is too long.", length=len(raw)))
    plain = unicodedata.normalize("NFKC", raw).translate(_SIGNS)
    kept = (c if c.isprintable() else " " for c in plain if unicodedata.category(c) != "Cf")
    return " ".join("".join(kept).split())


def shortened(answer: str) -> str:
    """Return the beginning of an answer, for a sentence about it."""
    return answer if len(answer) <= MAX_SHOWN else f"{answer[:MAX_SHOWN]}…"


def number(answer: str) -> Number:
    """Read ``3``, ``-0.5``, ``1e-3``, ``1/3``, ``inf``, ``nan``."""
    written = answer.casefold().replace("- ", "-")
    if word := _WORDS.get(written):
        return Number(Fraction(), word, word)
    if divided := _FRACTION.fullmatch(written):
        if int(divided[2]):
            return Number(Fraction(int(divided[1]), int(divided[2])), written)
    elif _NUMBER.fullmatch(written):
        return Number(Fraction(written), written)
    if re.fullmatch(r"[+-]?\d+,\d+", written):
        raise Unreadable(text("{got} could mean two numbers: write a point for decimals.", got=written))
    raise Unreadable(text("{got} is not a number.", got=shortened(answer)))


def shape(answer: str) -> tuple[int, ...] | str:
    """Read ``(2, 3)``, ``[2, 3]``, ``2x3``, ``2 3``, ``torch.Size([2, 3])``, ``()``; or ``error``."""
    written = answer.casefold().strip(" .")
    if written in _ERRORS or _ERROR_CLASS.fullmatch(written):
        return ERROR
    body = re.sub(r"^(torch\.)?(size|shape)\s*=?\s*", "", written)
    for _ in range(2):
        if body[:1] + body[-1:] in ("()", "[]", "{}"):
            body = body[1:-1].strip()
    if not body and written:
        return ()
    sizes = re.split(r" ?[,x*] ?| ", body.removesuffix(",").strip())
    if all(re.fullmatch(r"\d{1,15}", size, re.ASCII) for size in sizes):
        return tuple(map(int, sizes))
    raise Unreadable(text("{got} is not a shape; write it like (2, 3).", got=shortened(answer)))


def line(answer: str) -> int:
    """Read ``7``, ``line 7``, ``第 7 行``; 0 for "none of them"."""
    written = answer.casefold().strip(" .")
    if written in _NO_LINE:
        return 0
    if found := _LINE.fullmatch(written):
        return int(found[1])
    raise Unreadable(text("{got} is not a line; write its number, or none.", got=shortened(answer)))


def truth(answer: str) -> str:
    """Read a word for true or false."""
    written = answer.casefold().strip(" .")
    if written in _TRUE or written in _FALSE:
        return "true" if written in _TRUE else "false"
    raise Unreadable(text("{got} is neither true nor false.", got=shortened(answer)))


def label(answer: str, labels: Collection[str]) -> str:
    """Read the label of one option: ``b``, ``B)``, ``(b)``."""
    written = answer.casefold().strip(" ().:,`")
    if written in labels:
        return written
    raise Unreadable(_no_label(answer, labels))


def label_set(answer: str, labels: Collection[str]) -> frozenset[str]:
    """Read the labels of some options: ``a, c``, ``ac``; ``none`` for no option at all."""
    if answer.casefold().strip(" .") in _NO_LINE:
        return frozenset()
    return frozenset(_labels(answer, labels))


def label_order(answer: str, labels: Collection[str]) -> tuple[str, ...]:
    """Read every label once, in an order: ``c a b``, ``cab``."""
    found = _labels(answer, labels)
    if sorted(found) != sorted(labels):
        raise Unreadable(text("Name each of {labels} once.", labels=", ".join(sorted(labels))))
    return tuple(found)


def label_pairs(answer: str, labels: Collection[str], count: int) -> list[str]:
    """Read one label for each left side: ``b a c``, ``1b 2a 3c`` in any order."""
    found = re.findall(r"(\d*)([a-z])", re.sub(r"[\s,;.:()=>-]+", "", answer.casefold()))
    numbers = [int(digits) for digits, _ in found if digits]
    if not numbers:
        numbers = list(range(1, count + 1))
    if len(found) != count or sorted(numbers) != list(range(1, count + 1)):
        raise Unreadable(text("{got} does not name one label for each of {count}.", got=answer, count=count))
    by_number = dict(zip(numbers, (written for _, written in found), strict=True))
    return [by_number[number] for number in range(1, count + 1)]


def _labels(answer: str, labels: Collection[str]) -> list[str]:
    written = re.sub(r"[\s,;.()>-]+", "", answer.casefold())
    if written and set(written) <= set(labels):
        return list(written)
    raise Unreadable(_no_label(answer, labels))


def _no_label(answer: str, labels: Collection[str]) -> Text:
    return text("{got} is none of {labels}.", got=shortened(answer), labels=", ".join(sorted(labels)))
