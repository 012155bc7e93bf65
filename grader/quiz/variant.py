"""A built question: frozen records, their JSON, their hash: all that a page or a marker needs."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import msgspec

from grader.errors import ContentError
from grader.model import Bilingual
from grader.quiz.question import Comparison, Kind, Mode

VERSION = 1
# How `_encode` writes a fraction. `Fraction` would read 1e999999999 too, digit by digit.
RATIO = re.compile(r"-?\d{1,700}(?:/\d{1,700})?", re.ASCII)
NOTHING = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Rule:
    """How far an answer may lie from the key; exact where nothing else is said.

    ``tolerance`` is absolute (``abs``) or a share of the key (``rel``); ``low`` and ``high`` are the ends of
    ``range``, both included.
    """

    mode: Mode = Mode.EXACT
    tolerance: Fraction = Fraction()
    digits: int = 0
    low: Fraction = Fraction()
    high: Fraction = Fraction()
    compare: Comparison = Comparison.WORDS


@dataclass(frozen=True, slots=True)
class Choice:
    """One option, or one block, under the label it is answered by; blocks are shown in the order of labels.

    ``tag`` is the idea of those who judge it wrongly.
    """

    label: str
    text: Bilingual
    why: Bilingual
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Trap:
    """A wrong answer that a misconception leads to, written as the key is."""

    answer: str
    tag: str
    why: Bilingual


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to answer. ``key`` and ``accept`` are right answers, written as people may type them.

    ``name`` is a blank's id, shown as ``⟦name⟧`` where it stands; ``prompt`` the left side of a match;
    ``dtype`` that of a tensor, where it is known. ``why`` explains the key of a blank or of a pair.
    """

    kind: Kind
    key: str
    why: Bilingual = NOTHING
    name: str = ""
    prompt: Bilingual = NOTHING
    accept: tuple[str, ...] = ()
    rule: Rule = Rule()
    traps: tuple[Trap, ...] = ()
    choices: tuple[Choice, ...] = ()
    dtype: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What answers are worth: points, the share of them each attempt can still give, what a hint takes."""

    points: int = 1
    attempts: tuple[Fraction, ...] = (Fraction(1),)
    hint_cost: Fraction = Fraction()
    partial: bool = True


@dataclass(frozen=True, slots=True)
class Variant:
    """One question with one seed, as it is shown and marked for ever.

    Texts are Markdown; ``listing`` is the program shown, line for line the one that was run; ``why`` explains
    the whole. ``params`` is JSON text; ``source`` the digest of the question's files; ``torch`` the version
    that made the key; ``sha256`` the hash of all the rest.
    """

    question: str
    seed: int
    kind: Kind
    module: str
    topics: tuple[str, ...]
    level: int
    title: Bilingual
    text: Bilingual
    listing: str
    parts: tuple[Part, ...]
    why: Bilingual
    hints: tuple[Bilingual, ...]
    policy: Policy
    notes: Bilingual
    params: str
    source: str
    torch: str
    version: int = VERSION
    sha256: str = ""


def _encode(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(type(value).__name__)


def _decode(kind: type, value: object) -> Any:
    if kind is Fraction and isinstance(value, str):
        return _fraction(value)
    raise NotImplementedError(kind.__name__)


def _fraction(written: str) -> Fraction:
    if not RATIO.fullmatch(written):
        raise ValueError(f"{written[:40]} is no number")
    try:
        return Fraction(written)
    except ZeroDivisionError as error:
        raise ValueError(f"{written} is no number") from error


_ENCODER = msgspec.json.Encoder(enc_hook=_encode)
_DECODER = msgspec.json.Decoder(Variant, dec_hook=_decode)


def hash_of(variant: Variant) -> str:
    """Return the SHA-256 (hex) of everything in a variant but its hash."""
    return hashlib.sha256(_ENCODER.encode(replace(variant, sha256=""))).hexdigest()


def sealed(variant: Variant) -> Variant:
    """Return the variant with its hash."""
    return replace(variant, sha256=hash_of(variant))


def to_json(variant: Variant) -> bytes:
    """Write a variant as JSON."""
    return _ENCODER.encode(variant)


def from_json(data: bytes) -> Variant:
    """Read a variant; raises `ContentError` where it is not one, or not what its hash says."""
    try:
        variant = _DECODER.decode(data)
    except (msgspec.MsgspecError, ValueError) as error:
        raise ContentError(f"This is not a built question: {error}.", "Build it anew.") from error
    if hash_of(variant) != variant.sha256:
        raise ContentError(f"{variant.question}, seed {variant.seed}: its hash differs.", "Build it anew.")
    return variant


def face(variant: Variant) -> tuple[object, ...]:
    """Return what a reader sees of a question: two seeds with one face are no two variants."""
    shown = tuple((p.prompt, frozenset(c.text for c in p.choices), p.name) for p in variant.parts)
    return variant.title, variant.text, variant.listing, shown
