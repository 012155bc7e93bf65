"""A quiz in progress: which variants, what was answered, where the student is. Written after every answer."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from grader.quiz.scoring import Response, Result, Try, attempts_left, result
from grader.quiz.variant import Variant, from_json, to_json

STUDENT = "you"


@dataclass(frozen=True, slots=True)
class Item:
    """One variant and what was answered to it so far; ``closed``: nothing more will be asked about it.

    ``closed_at`` is ISO 8601, empty while it is open.
    """

    variant: Variant
    response: Response
    hints: int = 0
    closed: bool = False
    closed_at: str = ""

    @property
    def result(self) -> Result:
        """The points as they are now."""
        return result(self.variant, self.response)

    def answered(self, fields: tuple[str, ...], *, readable: bool = True) -> Item:
        """Return the item with another answer; it closes where no attempt is left."""
        tries = (*self.response.tries, Try(fields, self.hints, readable))
        return replace(
            self,
            response=replace(self.response, tries=tries),
            closed=not attempts_left(self.variant, tries),
        )


@dataclass(frozen=True, slots=True)
class Session:
    """A quiz: its items in order. ``final``: what was right is said at the end only."""

    items: tuple[Item, ...]
    final: bool = False

    @property
    def place(self) -> int:
        """The number of items that are closed; the next one is asked now."""
        return next((i for i, item in enumerate(self.items) if not item.closed), len(self.items))

    @property
    def over(self) -> bool:
        """Whether every item is closed."""
        return self.place == len(self.items)

    @property
    def item(self) -> Item:
        """The item that is asked now."""
        return self.items[self.place]

    def with_item(self, item: Item) -> Session:
        """Return the session with the current item replaced."""
        at = self.place
        return replace(self, items=(*self.items[:at], item, *self.items[at + 1 :]))

    def timed(self, now: str) -> Session:
        """Return the session with the moment noted in items that have just been closed."""
        late = (
            item if item.closed_at or not item.closed else replace(item, closed_at=now) for item in self.items
        )
        return replace(self, items=tuple(late))


def session_of(variants: Iterable[Variant], *, final: bool = False) -> Session:
    """Return a session about to begin."""
    return Session(
        tuple(Item(v, Response(STUDENT, v.question, v.seed, v.sha256)) for v in variants), final=final
    )


class _Item(msgspec.Struct, frozen=True):
    variant: msgspec.Raw
    response: Response
    hints: int
    closed: bool
    closed_at: str = ""


class _File(msgspec.Struct, frozen=True):
    items: tuple[_Item, ...]
    final: bool
    format: int = 1


def save_session(session: Session, path: Path) -> None:
    """Keep a session; the file is replaced whole, so that a kill loses the answer being typed at most."""
    items = tuple(
        _Item(msgspec.Raw(to_json(one.variant)), one.response, one.hints, one.closed, one.closed_at)
        for one in session.items
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    draft.write_bytes(msgspec.json.encode(_File(items, session.final)))
    os.replace(draft, path)


def load_session(path: Path) -> Session | None:
    """Return the session that was kept, if there is one that can be read. Raises `ContentError` for a
    variant that is not what its hash says.
    """
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.MsgspecError):
        return None
    items = (
        Item(from_json(bytes(one.variant)), one.response, one.hints, one.closed, one.closed_at)
        for one in file.items
    )
    return Session(tuple(items), file.final)
