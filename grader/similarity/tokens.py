"""A submission as a row of tokens that renaming, comments and layout do not change.

Names that a student chooses become one token; what belongs to Python and torch (keywords, operators, numbers,
attributes and methods after a dot, names of keyword arguments) stays what it is. Broken Python is read, too:
Pygments skips what it does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Literal, Name, Text, Whitespace

CHOSEN = "a name"
STRING = "a string"
OPEN, CLOSE = "([{", ")]}"


@dataclass(frozen=True, slots=True)
class Token:
    """One token and the line it stands in, from 0."""

    kind: str
    line: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """What Pygments finds."""

    kind: Any
    text: str
    line: int


def tokens_of(source: str) -> tuple[Token, ...]:
    """Return a text's tokens."""
    pieces = list(_pieces(source))
    found, depth = [], 0
    for place, piece in enumerate(pieces):
        depth += (piece.text in OPEN) - (piece.text in CLOSE) if len(piece.text) == 1 else 0
        found.append(Token(_kind(pieces, place, depth), piece.line))
    return tuple(found)


def _pieces(source: str) -> Iterator[_Piece]:
    """Yield what counts: no layout, no comments, no docstrings; a string is one piece."""
    line, in_string = 0, False
    for _, kind, text in PythonLexer(stripnl=False, ensurenl=False).get_tokens_unprocessed(source):
        a_string = _is(kind, Literal.String)
        if a_string and not in_string and not _is(kind, Literal.String.Doc):
            yield _Piece(kind, STRING, line)
        elif not (a_string or any(_is(kind, group) for group in (Text, Whitespace, Comment))):
            yield _Piece(kind, text, line)
        in_string = a_string
        line += text.count("\n")


def _is(kind: Any, group: Any) -> bool:
    """Tell whether a kind of piece is of a group: Pygments' kinds contain each other."""
    return kind in group


def _kind(pieces: list[_Piece], place: int, depth: int) -> str:
    """Return what a piece is compared as."""
    piece = pieces[place]
    if not _is(piece.kind, Name) or _is(piece.kind, Name.Builtin):
        return piece.text
    before = pieces[place - 1].text if place else ""
    after = pieces[place + 1].text if place + 1 < len(pieces) else ""
    if before == "." and (place < 2 or pieces[place - 2].text != "self"):
        return piece.text
    return piece.text if depth and after == "=" else CHOSEN
