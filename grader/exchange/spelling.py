"""How a key may be typed where only texts are compared, and numbers written so that they stay exact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from grader.quiz import typed
from grader.quiz.question import Comparison, Kind, Mode
from grader.quiz.tensors import tensor
from grader.quiz.variant import Rule

DIGITS = 60
EXACT = Rule()
_NUMERAL = re.compile(r"\d+\.?\d*(?:e[+-]?\d+)?")


def decimal(value: Fraction) -> str:
    """Write a number without an exponent: exact where that is possible, else with 60 decimals."""
    sign, rest = ("-" if value < 0 else ""), abs(value)
    whole = int(rest)
    rest -= whole
    digits = ""
    while rest and len(digits) < DIGITS:
        rest *= 10
        digits += str(int(rest))
        rest -= int(rest)
    digits = digits.rstrip("0")
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"


def spellings(kind: Kind, key: str, rule: Rule = EXACT) -> tuple[str, ...]:
    """Return how one answer may be typed, the usual way first, none twice; as exact as the rule asks for."""
    match kind:
        case Kind.SHAPE:
            return tuple(dict.fromkeys(_shapes(key)))
        case Kind.TENSOR:
            return tuple(dict.fromkeys(_tensors(key, rule)))
        case Kind.NUMBER:
            return tuple(dict.fromkeys(_words(key)))
        case _ if rule.compare is Comparison.CODE:
            return tuple(
                dict.fromkeys((key, key.replace('"', "'"), key.replace("'", '"'), "".join(key.split())))
            )
        case _:
            return (key,)


def number_spellings(value: Fraction) -> tuple[str, ...]:
    """Return how a number may be typed where only texts are compared."""
    found = spellings(Kind.TENSOR, decimal(value))
    return tuple(words for words in found if not words.startswith("tensor"))


def label_spellings(labels: Sequence[str]) -> tuple[str, ...]:
    """Return how an order of letters may be typed."""
    return tuple(dict.fromkeys(sep.join(labels) for sep in (" ", "", ", ", ",")))


def _shapes(key: str) -> Iterator[str]:
    sizes = typed.shape(key)
    if isinstance(sizes, str):
        yield from (typed.ERROR, "Error", "RuntimeError", "raises", "报错")
        return
    for separator in (", ", ","):
        body = separator.join(map(str, sizes))
        yield f"({body},)" if len(sizes) == 1 else f"({body})"
        yield from (f"[{body}]", f"torch.Size([{body}])", f"({body})")
        if sizes:
            yield body
    if len(sizes) > 1:
        yield from (sep.join(map(str, sizes)) for sep in (" ", "x", "×", " x ", " × "))
        yield f"（{'，'.join(map(str, sizes))}）"


def _tensors(key: str, rule: Rule) -> Iterator[str]:
    asked = _rounded(key.partition(", dtype=")[0], rule)
    for written in dict.fromkeys((asked, *_shorter(asked))):
        for body in (written, written.replace(", ", ",")):
            yield body
            yield f"tensor({body})"
    if tensor(asked).shape:
        yield asked.replace(", ", " ")


def _rounded(body: str, rule: Rule) -> str:
    """Return a nested list with the decimals that are asked for."""
    if rule.mode is Mode.DECIMALS:
        return _NUMERAL.sub(lambda n: f"{round(Decimal(n[0]), rule.digits):f}", body)
    if rule.mode is Mode.SIGFIGS:
        return _NUMERAL.sub(lambda n: f"{Decimal(f'{Decimal(n[0]):.{rule.digits - 1}e}'):f}", body)
    return body


def _shorter(body: str) -> tuple[str, ...]:
    """Return the same without zeros at the end, and whole numbers as Python and torch write floats."""
    if re.search(r"[a-z]", body):
        return ()
    short = re.sub(r"(\.\d*?)0+(?!\d)", r"\1", body)
    short = re.sub(r"\.(?!\d)", "", short)
    whole = re.compile(r"(?<![\d.])(\d+)(?![\d.])")
    return short, whole.sub(r"\1.", short), whole.sub(r"\1.0", short)


def _words(key: str) -> Iterator[str]:
    yield from {"nan": ("nan", "NaN"), "inf": ("inf", "∞", "+inf", "infinity"), "-inf": ("-inf", "-∞")}.get(
        key, (key,)
    )
