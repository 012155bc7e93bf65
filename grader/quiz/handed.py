"""The file in which a student hands in quiz answers: raw answers and the variants shown, no points.

What comes back is marked here: a file says what was typed, never what that is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

import msgspec

from grader.errors import ContentError
from grader.quiz.answered import Answered
from grader.quiz.scoring import Response, Try, result
from grader.quiz.variant import Variant, from_json, to_json

NAME = "quiz-answers.json"
LARGEST = 64 << 20
EXPECTED = "Expected a file of `grade quiz --hand-in`."

Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class _Answer(msgspec.Struct, frozen=True):
    question: str
    seed: int
    variant: str
    tries: tuple[Try, ...]
    answered_at: Moment


class _File(msgspec.Struct, frozen=True):
    answers: tuple[_Answer, ...]
    variants: tuple[msgspec.Raw, ...]
    format: Literal[1] = 1


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What one file holds. ``unknown`` counts answers whose variant is not in it."""

    answers: tuple[Answered, ...]
    variants: Mapping[str, Variant]
    unknown: int = 0


def to_hand_in(answers: Iterable[Answered], variants: Mapping[str, Variant]) -> bytes:
    """Write answers with the variants that they are to."""
    given = tuple(
        _Answer(r.question, r.seed, r.sha256, r.tries, one.answered_at)
        for one in answers
        for r in [one.result.response]
    )
    shown = (variants[name] for name in sorted({one.variant for one in given} & variants.keys()))
    return msgspec.json.encode(_File(given, tuple(msgspec.Raw(to_json(one)) for one in shown)))


def read_hand_in(data: bytes, student: str) -> HandedIn:
    """Read and mark what a student handed in; raises `ContentError` where it is no such file."""
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ContentError(f"It cannot be read: {error}.", EXPECTED) from error
    variants = {one.sha256: one for one in (from_json(bytes(raw)) for raw in file.variants)}
    known = [(one, variants[one.variant]) for one in file.answers if one.variant in variants]
    answers = tuple(marked(student, one.tries, variant, one.answered_at) for one, variant in known)
    return HandedIn(answers, variants, len(file.answers) - len(known))


def marked(student: str, tries: tuple[Try, ...], variant: Variant, moment: datetime) -> Answered:
    """Mark raw answers by the variant that was shown."""
    tries = tuple(replace(one, hints=max(0, min(one.hints, len(variant.hints)))) for one in tries)
    response = Response(student, variant.question, variant.seed, variant.sha256, tries)
    return Answered(result(variant, response), moment)
