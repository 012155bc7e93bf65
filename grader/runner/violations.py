"""The record of what a submission did that a GPU would have refused."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import FrameType
from typing import TypeVar

E = TypeVar("E", bound=Exception)


@dataclass(frozen=True, slots=True)
class Violation:
    """One mix of devices: what CUDA would say, and the submission's line (None: no frame of its file)."""

    message: str
    line: int | None


class Ledger:
    """Collects the violations of one submission, named by its file."""

    def __init__(self, filename: str) -> None:
        self.violations: list[Violation] = []
        self._filename = filename

    def add(self, message: str) -> None:
        """Note a violation at the innermost line of the submission that is running now."""
        self.violations.append(Violation(message, self._line()))

    def _line(self) -> int | None:
        frame: FrameType | None = sys._getframe()
        while frame is not None and frame.f_code.co_filename != self._filename:
            frame = frame.f_back
        return frame.f_lineno if frame is not None else None


_open: list[Ledger] = []


def open_ledger(ledger: Ledger) -> None:
    """Let `refused` write to `ledger` until it is closed."""
    _open.append(ledger)


def close_ledger(ledger: Ledger) -> None:
    """Stop writing to `ledger`."""
    _open.remove(ledger)


def refused(kind: type[E], message: str) -> E:
    """Note a violation in the open ledgers and return the exception to raise for it."""
    for ledger in _open:
        ledger.add(message)
    return kind(message)


def is_noted(message: str) -> bool:
    """Tell whether the last violation says `message`."""
    return any(ledger.violations and ledger.violations[-1].message == message for ledger in _open)
