"""One raw answer against one frozen variant: pure, exact, without torch and without an author's code.

`read` says what was understood, and can be shown before anything is marked: it knows no key. `mark` adds
the verdict. Scores are exact fractions of one; `scoring` turns them into points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from grader.model import Bilingual, Text, text
from grader.quiz import rules, typed
from grader.quiz.question import Comparison, Kind, Mode
from grader.quiz.rules import Number
from grader.quiz.tensors import Typed, tensor, written_out
from grader.quiz.typed import Unreadable
from grader.quiz.variant import Part, Variant

EMPTY = ""  # a field left blank; no key reads so
NUMERIC = (Kind.NUMBER, Kind.TENSOR)
Value = Number | Typed | tuple[int, ...] | tuple[str, ...] | frozenset[str] | str | int


class State(Enum):
    """What became of an answer; the last two are no attempts."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    UNREADABLE = "unreadable"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, one value a part; nothing where nothing was answered, or where there is a problem."""

    values: tuple[Value, ...] = ()
    shown: str = ""
    problem: Text | None = None

    @property
    def sentence(self) -> Text:
        """What to show before the answer is marked."""
        if self.problem:
            return self.problem
        return text("We read: {answer}", answer=self.shown) if self.values else text("Not answered yet.")


@dataclass(frozen=True, slots=True)
class Remark:
    """The misconception that an answer shows: its tag for the statistics, why it is wrong for the reader."""

    tag: str
    why: Bilingual


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer, marked: its share of the points (0 to 1), what was read, what it shows."""

    state: State
    score: Fraction
    reading: Reading
    remarks: tuple[Remark, ...] = ()


def read(variant: Variant, fields: Sequence[str]) -> Reading:
    """Read a raw answer: one field, or one for each blank or left side."""
    try:
        answers = _one_per_part(variant, [typed.normalise(field) for field in fields])
        values = tuple(value_of(p, a) if a else EMPTY for p, a in zip(variant.parts, answers, strict=True))
    except Unreadable as error:
        return Reading(problem=error.sentence)
    if all(value == EMPTY for value in values) or _untouched(variant, values[0]):
        return Reading()
    return Reading(values, "; ".join(map(shown, values)))


def mark(variant: Variant, fields: Sequence[str]) -> Mark:
    """Mark a raw answer."""
    reading = read(variant, fields)
    if not reading.values:
        state = State.UNREADABLE if reading.problem else State.UNANSWERED
        return Mark(state, Fraction(), reading)
    pairs = list(zip(variant.parts, reading.values, strict=True))
    score = sum((score_of(part, value) for part, value in pairs), Fraction()) / len(pairs)
    if score < 1 and not variant.policy.partial:
        score = Fraction()
    state = State.RIGHT if score == 1 else State.PARTLY if score else State.WRONG
    return Mark(state, score, reading, tuple(r for part, value in pairs for r in remarks_on(part, value)))


def stated(variant: Variant) -> tuple[Text, ...]:
    """Say beforehand how exact the numbers have to be, one sentence for each different rule."""
    return tuple(dict.fromkeys(rules.stated(p.rule) for p in variant.parts if p.kind in NUMERIC))


def accepted(variant: Variant) -> tuple[Text, ...]:
    """Say, once the key may be known, which numbers were accepted."""
    found = ((part, value_of(part, part.key)) for part in variant.parts if part.kind is Kind.NUMBER)
    return tuple(rules.accepted(part.rule, key) for part, key in found if isinstance(key, Number))


def key_fields(variant: Variant) -> tuple[str, ...]:
    """Return the key as a raw answer: what somebody who is right would type."""
    return tuple(part.key for part in variant.parts)


def _one_per_part(variant: Variant, fields: list[str]) -> list[str]:
    """Return an answer for each part; a match may be typed in one field."""
    count = len(variant.parts)
    if count == 1:
        return [" ".join(filter(None, fields))]
    if variant.kind is Kind.MATCH and len(fields) == 1 and fields[0]:
        labels = [choice.label for choice in variant.parts[0].choices]
        return typed.label_pairs(fields[0], labels, count)
    if len(fields) != count and any(fields):
        raise Unreadable(text("There are {given} answers to {count} blanks.", given=len(fields), count=count))
    return fields or [EMPTY] * count


def _untouched(variant: Variant, value: Value) -> bool:
    """Tell whether blocks stand as they were first shown: nobody has ordered them."""
    return variant.kind is Kind.ORDER and value == tuple(c.label for c in variant.parts[0].choices)


def value_of(part: Part, answer: str) -> Value:
    """Read one normalised answer; raises `Unreadable`."""
    labels = [choice.label for choice in part.choices]
    match part.kind:
        case Kind.NUMBER:
            return typed.number(answer)
        case Kind.SHAPE:
            return typed.shape(answer)
        case Kind.TENSOR:
            return tensor(answer)
        case Kind.LINE:
            return typed.line(answer)
        case Kind.TRUEFALSE:
            return typed.truth(answer)
        case Kind.CHOICE:
            return typed.label(answer, labels)
        case Kind.MULTI:
            return typed.label_set(answer, labels)
        case Kind.ORDER:
            return typed.label_order(answer, labels)
        case _:
            return answer


def shown(value: Value) -> str:
    """Write what was read, as it is echoed."""
    match value:
        case Number():
            return value.text
        case Typed():
            return written_out(value) + (f", dtype={value.dtype}" if value.dtype else "")
        case frozenset():
            return ", ".join(sorted(value)) or typed.NONE
        case tuple():
            return " ".join(map(str, value)) if value and isinstance(value[0], str) else str(value)
        case int():
            return str(value) if value else typed.NONE
        case _:
            return value or "—"


def score_of(part: Part, value: Value) -> Fraction:
    """Return the share of a part's points that a value deserves."""
    keys = right_values(part)
    if any(same(part, key, value) for key in keys):
        return Fraction(1)
    if isinstance(value, frozenset):
        return _net(value, keys[0])
    if part.kind is Kind.ORDER and isinstance(value, tuple):
        return max(Fraction(common(value, key), len(value)) for key in keys if isinstance(key, tuple))
    return Fraction()


def right_values(part: Part) -> list[Value]:
    """Return what is right, the key first."""
    return [value_of(part, typed.normalise(answer)) for answer in (part.key, *part.accept)]


def _net(chosen: frozenset[str], key: Value) -> Fraction:
    """Return right ones less wrong ones, over all right ones."""
    right = key if isinstance(key, frozenset) else frozenset[str]()
    net = len(chosen & right) - len(chosen - right)
    return Fraction(max(net, 0), len(right)) if right else Fraction()


def common(a: Sequence[object], b: Sequence[object]) -> int:
    """Return the length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        before = row
        row = [0]
        for j, y in enumerate(b):
            row.append(before[j] + 1 if x == y else max(row[j], before[j + 1]))
    return row[-1]


def same(part: Part, key: Value, value: Value) -> bool:
    """Tell whether a value is the key, as far as the part's rule can tell them apart."""
    match key, value:
        case Number(), Number():
            return rules.accepts(part.rule, key, value)
        case Typed(), Typed():
            return _same_tensor(part, key, value)
        case str(), str() if part.kind is Kind.TEXT and value:
            return folded(part.rule.compare, key) == folded(part.rule.compare, value)
        case _:
            return key == value


def alike(part: Part, trap: Value, value: Value) -> bool:
    """Tell whether a value is that of a trap; a range says nothing about values outside of it."""
    return trap == value or (part.rule.mode is not Mode.RANGE and same(part, trap, value))


def _same_tensor(part: Part, key: Typed, value: Typed) -> bool:
    dtype = part.dtype.removeprefix("torch.")
    if key.shape != value.shape or (value.dtype and dtype and value.dtype != dtype):
        return False
    pairs = zip(key.items, value.items, strict=True)
    return all(rules.accepts(part.rule, wanted, given) for wanted, given in pairs)


def folded(compare: Comparison, answer: str) -> str:
    """Return what of a short text is compared."""
    if compare is Comparison.CODE:
        return re.sub(r"[\s`]+", "", answer).replace('"', "'")
    plain = answer.strip(" .!?`'\"")
    return plain if compare is Comparison.CASE else plain.casefold()


def remarks_on(part: Part, value: Value) -> tuple[Remark, ...]:
    """Return the misconceptions that a wrong value shows; nothing about a right or a blank one."""
    if value == EMPTY or score_of(part, value) == 1:
        return ()
    if isinstance(value, frozenset):
        misjudged = value ^ typed.label_set(part.key, [c.label for c in part.choices])
        return tuple(Remark(c.tag, c.why) for c in part.choices if c.label in misjudged)
    chosen = [Remark(c.tag, c.why) for c in part.choices if c.label == value and c.tag]
    traps = [Remark(t.tag, t.why) for t in part.traps if alike(part, value_of(part, t.answer), value)]
    return tuple(chosen or traps)
