"""The file in which a student hands in quiz answers: raw answers and the variants shown, no points.

What comes back is marked by the bank it comes back to: a file says what was typed and what was shown, never
what that is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal

import msgspec

from grader.errors import ContentError
from grader.model import Text
from grader.quiz.answered import Answered
from grader.quiz.revision import as_shown
from grader.quiz.scoring import Response, Try, result
from grader.quiz.variant import Variant, from_json, to_json

NAME = "quiz-answers.json"
LARGEST = 64 << 20
EXPECTED = "Expected a file of `grade quiz --hand-in`."

Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class _Answer(msgspec.Struct, frozen=True):
    variant: str
    tries: tuple[Try, ...]
    answered_at: Moment


Many = msgspec.Meta(max_length=20_000)


class _File(msgspec.Struct, frozen=True):
    answers: Annotated[tuple[_Answer, ...], Many]
    variants: Annotated[tuple[msgspec.Raw, ...], Many]
    format: Literal[1] = 1


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says to have answered, and to have been shown: not believed before it is settled."""

    student: str
    shown: Variant
    tries: tuple[Try, ...]
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What one file holds. ``unknown`` counts answers whose variant is not in it."""

    claims: tuple[Claim, ...]
    unknown: int = 0


def to_hand_in(answers: Iterable[Answered], variants: Mapping[str, Variant]) -> bytes:
    """Write answers with the variants that they are to."""
    given = tuple(
        _Answer(r.sha256, r.tries, one.answered_at) for one in answers for r in [one.result.response]
    )
    shown = (variants[name] for name in sorted({one.variant for one in given} & variants.keys()))
    return msgspec.json.encode(_File(given, tuple(msgspec.Raw(to_json(one)) for one in shown)))


def read_hand_in(data: bytes, student: str) -> HandedIn:
    """Read what a student handed in; raises `ContentError` where it is no such file."""
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ContentError(f"It cannot be read: {error}.", EXPECTED) from error
    variants = {one.sha256: one for one in (from_json(bytes(raw)) for raw in file.variants)}
    known = [(one, variants[one.variant]) for one in file.answers if one.variant in variants]
    claims = tuple(Claim(student, shown, one.tries, one.answered_at) for one, shown in known)
    return HandedIn(claims, len(file.answers) - len(known))


def settled(claim: Claim, today: Variant) -> tuple[Answered, Variant] | Text:
    """Mark a claim by what the bank builds with its seed, and say by what; or why that cannot be.

    Nothing that was handed in decides what is right: only which labels stood beside which options.
    """
    marking = as_shown(claim.shown, today)
    if isinstance(marking, Text):
        return marking
    most = len(marking.hints)
    tries = tuple(replace(one, hints=max(0, min(one.hints, most))) for one in claim.tries)
    response = Response(claim.student, marking.question, marking.seed, marking.sha256, tries)
    return Answered(result(marking, response), claim.answered_at), marking
