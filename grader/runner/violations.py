"""The record of what a submission did that a GPU would have refused."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
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
        self._thread = threading.get_ident()

    def add(self, message: str) -> None:
        """Note a violation at the innermost line of the submission that is running now."""
        self.violations.append(Violation(message, self._line()))

    def _line(self) -> int | None:
        # Autograd runs the device's part of a backward pass in a thread of its own, where no frame is the
        # submission's; the thread that called backward() waits at the submission's line.
        waiting = sys._current_frames().get(self._thread)
        for frame in (*_outward(sys._getframe()), *_outward(waiting)):
            if frame.f_code.co_filename == self._filename:
                return frame.f_lineno
        return None


def _outward(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


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
