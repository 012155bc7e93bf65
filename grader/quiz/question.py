"""What an author writes: the tables of one question file. ``docs/quiz.md`` explains every key.

A text may be one string for both languages or ``{en = …, zh = …}``; it is a template over the parameters.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Literal

import msgspec

from grader.model import Bilingual

Sentence = Annotated[str, msgspec.Meta(min_length=1)]
Expression = Annotated[str, msgspec.Meta(min_length=1)]
Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
Tag = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Scalar = str | int | float | bool


class Kind(Enum):
    """What is asked for, and so how an answer is read and marked."""

    CHOICE = "choice"
    MULTI = "multi"
    TRUEFALSE = "truefalse"
    NUMBER = "number"
    SHAPE = "shape"
    TENSOR = "tensor"
    TEXT = "text"
    CLOZE = "cloze"
    ORDER = "order"
    MATCH = "match"
    LINE = "line"


class Mode(Enum):
    """How far a number may lie from the key."""

    EXACT = "exact"
    ABS = "abs"
    REL = "rel"
    DECIMALS = "decimals"
    SIGFIGS = "sigfigs"
    RANGE = "range"


class Comparison(Enum):
    """What is overlooked between two short texts."""

    WORDS = "words"
    CASE = "case"
    CODE = "code"


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table in which a misspelt key is an error, not silence."""


class Both(Table, frozen=True):
    """One text in both languages."""

    en: Sentence
    zh: Sentence


Words = Sentence | Both


def bilingual(words: str | Both) -> Bilingual:
    """Return a text in both languages; one string is the same in both."""
    return Bilingual(words, words) if isinstance(words, str) else Bilingual(words.en, words.zh)


class Grade(Table, frozen=True):
    """How an answer is compared. ``low`` and ``high`` are expressions: the ends of ``range``."""

    mode: Mode = Mode.EXACT
    tolerance: Annotated[float, msgspec.Meta(gt=0)] | None = None
    digits: Annotated[int, msgspec.Meta(ge=0, le=12)] | None = None
    low: str = ""
    high: str = ""
    compare: Comparison = Comparison.WORDS


class Answer(Table, frozen=True):
    """The key: an expression over what the listing leaves, or a text; or that the listing raises.

    ``or_raises`` (shapes): where the listing raises this class, the key is ``error``. ``accept``: further
    right texts. ``reference``: the order of blocks that defines what is right.
    """

    why: Words
    eval: str = ""
    text: str | Both = ""
    accept: tuple[Sentence, ...] = ()
    raises: str = ""
    or_raises: str = ""
    reference: tuple[Name, ...] = ()
    grade: Grade = Grade()


class Wrong(Table, frozen=True):
    """A misconception: a further option, or a trap for typed answers. An ``eval`` of None leaves it out."""

    tag: Tag
    why: Words
    eval: str = ""
    text: str | Both = ""
    line: Annotated[int, msgspec.Meta(ge=0)] | None = None
    order: tuple[Name, ...] = ()


class Option(Table, frozen=True):
    """A statement whose truth is computed: ``holds`` is an expression. ``tag`` names who gets it wrong."""

    text: Words
    holds: Expression
    why: Words
    tag: Tag


class Pair(Table, frozen=True):
    """A left side and what belongs to it, as a text or an expression."""

    left: Words
    why: Words
    right: str | Both = ""
    eval: str = ""


class Block(Table, frozen=True):
    """One line to be put in order."""

    id: Name
    code: Sentence


class Blank(Table, frozen=True):
    """A gap in a cloze; ``{{ id }}`` in the text or the listing is where it stands."""

    id: Name
    answer: Answer
    type: Literal["text", "number", "shape", "tensor", "choice"] = "text"
    wrong: tuple[Wrong, ...] = ()

    @property
    def kind(self) -> Kind:
        """The type as that of a question of its own."""
        return Kind(self.type)


class Draw(Table, frozen=True):
    """Where a parameter comes from: ``int = [low, high]`` (both included), ``pick = […]`` or ``expr``."""

    range: tuple[int, int] | None = msgspec.field(name="int", default=None)
    pick: tuple[Scalar | list[Scalar], ...] = ()
    expr: str = ""


class Code(Table, frozen=True):
    """The program: ``setup`` is not shown, ``listing`` is; ``loop`` repeats the blocks of an order."""

    setup: str = ""
    listing: str = ""
    loop: Annotated[int, msgspec.Meta(ge=1, le=20)] = 1


class File(Table, frozen=True):
    """One question file."""

    type: Kind
    module: Annotated[str, msgspec.Meta(pattern=r"^M[0-9]{2}$")]
    level: Annotated[int, msgspec.Meta(ge=1, le=5)]
    title: Words
    text: Words
    schema: Literal[1] = 1
    id: str = ""
    topics: tuple[Sentence, ...] = ()
    notes: str | Both = ""
    points: Annotated[int, msgspec.Meta(ge=1, le=100)] = 1
    attempts: Annotated[tuple[float, ...], msgspec.Meta(min_length=1)] = (1.0,)
    hint_cost: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.0
    partial: bool = True
    shuffle: bool = True
    hints: tuple[Words, ...] = ()
    params: Mapping[Name, Draw] = {}
    generate: str = ""
    require: tuple[Expression, ...] = ()
    verify: tuple[Expression, ...] = ()
    code: Code = Code()
    answer: Answer | None = None
    wrong: tuple[Wrong, ...] = ()
    option: tuple[Option, ...] = ()
    pair: tuple[Pair, ...] = ()
    block: tuple[Block, ...] = ()
    blank: tuple[Blank, ...] = ()


class Question(msgspec.Struct, frozen=True):
    """A question as read: its name ``topic.name``, its tables, the text of its generator.

    ``digest``: SHA-256 of the files it comes from; it changes with every letter of them.
    """

    id: str
    file: File
    generator: str
    digest: str

    @property
    def topic(self) -> str:
        """The folder it lies in."""
        return self.id.partition(".")[0]
