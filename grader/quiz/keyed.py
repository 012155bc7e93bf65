"""Parts with a typed answer: the key, what is accepted, the traps. Pure.

A trap that the key's own rule accepts, or that equals an earlier one, is left out of this variant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from grader.quiz import typed
from grader.quiz.marking import NUMERIC, Value, alike, right_values, same, shown, value_of
from grader.quiz.performance import Evaluated
from grader.quiz.question import Answer, Grade, Kind, Wrong
from grader.quiz.run import Run
from grader.quiz.variant import Part, Rule, Trap

EXACT_CHARACTERS = 10
NOTHING_RAISES = "nothing"
FITTING: Mapping[Kind, tuple[str, ...]] = {
    Kind.NUMBER: ("int", "float"),
    Kind.SHAPE: ("tuple", "list", "str"),
    Kind.TENSOR: ("list", "tuple", "int", "float", "bool"),
    Kind.TEXT: ("str", "int", "float", "bool", "list", "tuple"),
}


def typed_part(run: Run, kind: Kind, answer: Answer, wrongs: Sequence[Wrong], prefix: str) -> Part:
    """Return a part whose answer is typed; ``prefix`` is where its tables stand in the file."""
    rule = _rule(run, answer.grade, prefix)
    key, dtype = _key(run, kind, answer, prefix)
    part = Part(kind, key, accept=_accept(run, answer, key, prefix), rule=rule, dtype=dtype)
    _check_key(run, part, prefix)
    return replace(part, traps=_traps(run, part, wrongs, prefix))


def _accept(run: Run, answer: Answer, key: str, prefix: str) -> tuple[str, ...]:
    """Return the further right texts: what the author lists, and the key in the other language."""
    texts = [run.words(text, f"{prefix}answer.accept", key=key) for text in answer.accept]
    if answer.text:
        texts.append(run.words(answer.text, f"{prefix}answer.text"))
    return tuple(sorted({text for both in texts for text in (both.en, both.zh)} - {key}))


def _key(run: Run, kind: Kind, answer: Answer, prefix: str) -> tuple[str, str]:
    """Return the key as it is written, and its dtype where that is known."""
    where = f"{prefix}answer"
    if kind is Kind.LINE:
        return _line(run, answer), ""
    if answer.text:
        return run.words(answer.text, f"{where}.text").en, ""
    raised = run.performance.raised
    if answer.or_raises and raised:
        if answer.or_raises not in raised.classes:
            raise run.fault(f"{where}.or_raises", f"the listing raises {raised.classes[0]}")
        return typed.ERROR, ""
    value = run.value(f"{where}.eval")
    return _canonical(run, kind, value, f"{where}.eval"), value.dtype


def _line(run: Run, answer: Answer) -> str:
    raised = run.performance.raised
    expected = run.words(answer.raises, "answer.raises").en
    if (expected == NOTHING_RAISES) != (not raised) or (raised and expected not in raised.classes):
        happened = f"{raised.classes[0]} in line {raised.line}" if raised else NOTHING_RAISES
        raise run.fault("answer.raises", f"expected {expected}, got {happened}")
    return str(raised.line) if raised else typed.NONE


def _canonical(run: Run, kind: Kind, value: Evaluated, where: str) -> str:
    """Return a value as its own marker writes it: what is stored has been through parsing once."""
    if value.kind not in FITTING[kind]:
        raise run.fault(where, f"it is {value.text} of type {value.kind}; a {kind.value} is expected")
    try:
        return shown(value_of(Part(kind, value.text), typed.normalise(value.text)))
    except typed.Unreadable as error:
        raise run.fault(where, str(error.sentence).rstrip(".")) from error


def _rule(run: Run, grade: Grade, prefix: str) -> Rule:
    low, high = (_end(run, getattr(grade, name), f"{prefix}answer.grade.{name}") for name in ("low", "high"))
    tolerance = Fraction(str(grade.tolerance)) if grade.tolerance else Fraction()
    return Rule(grade.mode, tolerance, grade.digits or 0, low, high, grade.compare)


def _end(run: Run, expression: str, key: str) -> Fraction:
    if not expression:
        return Fraction()
    return typed.number(_canonical(run, Kind.NUMBER, run.value(key), key)).value


def _check_key(run: Run, part: Part, prefix: str) -> None:
    """Refuse a key that its own rule does not accept, and one that nobody can type."""
    key = value_of(part, typed.normalise(part.key))
    if not same(part, key, key):
        raise run.fault(f"{prefix}answer", f"the key {part.key} is not accepted by its own rule")
    longest = max(map(len, part.key.strip("[]").replace("]", "").replace("[", "").split(", ")))
    if part.kind in NUMERIC and part.rule == Rule() and longest > EXACT_CHARACTERS:
        raise run.fault(f"{prefix}answer.grade", f"{part.key} cannot be typed exactly; choose a mode")


def _traps(run: Run, part: Part, wrongs: Sequence[Wrong], prefix: str) -> tuple[Trap, ...]:
    taken: list[Value] = right_values(part)
    traps: list[Trap] = []
    for index, wrong in enumerate(wrongs):
        where = f"{prefix}wrong[{index}]"
        for answer in _trap_answers(run, part, wrong, where):
            value = value_of(part, answer)
            if not any(alike(part, other, value) for other in taken):
                taken.append(value)
                why = run.words(wrong.why, f"{where}.why", key=part.key, value=answer)
                traps.append(Trap(answer, wrong.tag, why))
    return tuple(traps)


def _trap_answers(run: Run, part: Part, wrong: Wrong, where: str) -> tuple[str, ...]:
    """Return how a trap would be typed; none where it does not arise in this variant."""
    if wrong.line is not None:
        return (str(wrong.line) if wrong.line else typed.NONE,)
    if wrong.text:
        both = run.words(wrong.text, f"{where}.text")
        return tuple(dict.fromkeys(map(typed.normalise, (both.en, both.zh))))
    if run.performance.raised and f"{where}.eval" in run.performance.errors:
        return ()
    value = run.value(f"{where}.eval")
    if value.kind == "NoneType" or _has_negative_size(part.kind, value):
        return ()
    return (_canonical(run, part.kind, value, f"{where}.eval"),)


def _has_negative_size(kind: Kind, value: Evaluated) -> bool:
    """Tell whether a misconception computes a shape that nobody types."""
    return kind is Kind.SHAPE and "-" in value.text
