"""Replaying a corpus several cases at a time: what a property asks is the same for every submission."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate, takewhile
from typing import TypeVar

from grader.client.ahead import MAX_BYTES, MAX_CASES, Case, case_of
from grader.client.session import Session
from grader.wire import messages as m
from grader.wire.encoding import Encoder

T = TypeVar("T")


@dataclass(slots=True)
class Asked:
    """What one property asked for each example of its corpus: a case, or None where it cannot be sent ahead.

    Empty until a submission has come through all of them. Mutable: it is filled while that one is graded.
    """

    cases: list[Case | None] = field(default_factory=list)

    def from_example(self, index: int) -> list[Case]:
        """Return the cases to send in one go from this example on."""
        cases = [case for case in takewhile(lambda case: case, self.cases[index : index + MAX_CASES]) if case]
        sizes = accumulate(case.size for case in cases)
        return [case for case, size in zip(cases, sizes, strict=True) if size <= MAX_BYTES]


class Replay:
    """One submission coming through one property's corpus: its requests go ahead, or are written down.

    Without `asked`, neither. Raises `Diverged` where the property asks something else than it used to: the
    runner has moved on by then.
    """

    def __init__(self, session: Session, asked: Asked | None) -> None:
        self._session = session
        self._asked = asked
        self._heard: list[Case] = []
        self._written: list[Case | None] = []

    def run(self, index: int, attempt: Callable[[], T]) -> T:
        """Run one example."""
        if self._asked is None:
            return attempt()
        if self._asked.cases:
            if self._session.can_go_ahead:
                self._session.send_ahead(self._asked.from_example(index))
            return attempt()
        self._heard.clear()
        self._session.recorder = self._hear
        try:
            return attempt()
        finally:
            self._session.recorder = None
            self._written.append(self._heard[0] if len(self._heard) == 1 else None)

    def finish(self) -> None:
        """Remember what was asked, now that all of it is known."""
        if self._asked:
            self._asked.cases = self._asked.cases or self._written

    def _hear(self, request: m.Request, encoder: Encoder | None) -> None:
        self._heard.append(case_of(request, encoder))
