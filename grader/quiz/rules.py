"""Numbers against a key: what is accepted, said beforehand as a rule and afterwards as an interval."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from grader.model import Text, text
from grader.quiz.question import Mode
from grader.quiz.variant import Rule


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number, or one of the words ``nan``, ``inf``, ``-inf``; ``text`` is how it is echoed."""

    value: Fraction
    text: str = field(compare=False)
    word: str = ""


def accepts(rule: Rule, key: Number, given: Number) -> bool:
    """Tell whether a number is right; NaN is right where the key is NaN."""
    if key.word or given.word:
        return key.word == given.word
    low, high = interval(rule, key)
    return low <= given.value <= high


def interval(rule: Rule, key: Number) -> tuple[Fraction, Fraction]:
    """Return the smallest and the largest number that are accepted."""
    if rule.mode is Mode.RANGE:
        return rule.low, rule.high
    margin = _margin(rule, key.value)
    return key.value - margin, key.value + margin


def _margin(rule: Rule, key: Fraction) -> Fraction:
    match rule.mode:
        case Mode.ABS:
            return rule.tolerance
        case Mode.REL:
            return rule.tolerance * abs(key)
        case Mode.DECIMALS:
            return Fraction(10) ** -rule.digits / 2
        case Mode.SIGFIGS:
            return Fraction(10) ** (_magnitude(key) - rule.digits + 1) / 2 if key else Fraction()
        case _:
            return Fraction()


def _magnitude(value: Fraction) -> int:
    """Return the exponent of the first significant digit: 0 for 1 to 9.99, -1 for 0.1."""
    value = abs(value)
    exponent = len(str(int(value))) - 1 if value >= 1 else -len(str(int(1 / value)))
    while Fraction(10) ** (exponent + 1) <= value:
        exponent += 1
    while Fraction(10) ** exponent > value:
        exponent -= 1
    return exponent


def stated(rule: Rule) -> Text:
    """Say beforehand how exact an answer has to be."""
    match rule.mode:
        case Mode.ABS:
            return text("Accepted: within {tolerance} of the exact value.", tolerance=shown(rule.tolerance))
        case Mode.REL:
            percent = shown(rule.tolerance * 100)
            return text("Accepted: within {percent} percent of the exact value.", percent=percent)
        case Mode.DECIMALS:
            return text("Give it to {digits} decimals.", digits=rule.digits)
        case Mode.SIGFIGS:
            return text("Give it to {digits} significant digits.", digits=rule.digits)
        case Mode.RANGE:
            return text("Any value in a certain range is accepted.")
        case Mode.EXACT:
            return text("Give it exactly.")


def accepted(rule: Rule, key: Number) -> Text:
    """Say afterwards what was accepted."""
    if key.word:
        return text("Accepted: {key}.", key=key.text)
    low, high = interval(rule, key)
    if low == high:
        return text("Accepted: {key}.", key=key.text)
    return text("Accepted: {low} to {high}.", low=shown(low), high=shown(high))


def shown(value: Fraction) -> str:
    """Write a number with at most ten significant digits."""
    return f"{float(value):.10g}"
