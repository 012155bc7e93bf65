"""Requests sent ahead: several cases in one go, so that the runner works while the judge looks at answers.

What is sent ahead is what a property asked for the same example of an earlier submission. Only the first
request of an example can be: it depends on the example alone. An answer is handed over when the very same
request is made, and never otherwise.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.wire import messages as m
from grader.wire.encoding import Encoder

if TYPE_CHECKING:
    from grader.client.session import Posted

# Well under what a socket buffers: a judge that waits for room could wait for a runner that waits for it.
MAX_CASES = 16
MAX_BYTES = 32 << 10


class Diverged(BaseException):
    """A property asks something else than what the runner was sent ahead: that runner is of no more use.

    A BaseException, because no property and no search may take it for an answer.
    """


@dataclass(frozen=True, slots=True)
class Case:
    """A request as it was made for an example: what it asks, the bytes of its storages, how many in all."""

    request: m.Request
    parts: tuple[bytes, ...]
    size: int

    def equals(self, request: m.Request, encoder: Encoder | None) -> bool:
        """Tell whether this is the same request about the same bytes."""
        parts = encoder.storages.parts if encoder else []
        return (
            self.request == request
            and len(self.parts) == len(parts)
            and all(mine == theirs for mine, theirs in zip(self.parts, parts, strict=True))
        )


def case_of(request: m.Request, encoder: Encoder | None) -> Case:
    """Remember a request."""
    parts = tuple(bytes(part) for part in encoder.storages.parts) if encoder else ()
    return Case(request, parts, len(m.encode(request)) + sum(len(part) for part in parts))


class Ahead:
    """The requests that a runner has been sent ahead, in order."""

    def __init__(self) -> None:
        self._sent: deque[tuple[Case, Posted]] = deque()

    def __bool__(self) -> bool:
        return bool(self._sent)

    def add(self, case: Case, posted: Posted) -> None:
        """Note a request that was sent."""
        self._sent.append((case, posted))

    def take(self, request: m.Request, encoder: Encoder | None) -> Posted:
        """Return the request that was sent ahead; raise `Diverged` if it is not this one."""
        case, posted = self._sent.popleft()
        if not case.equals(request, encoder):
            raise Diverged
        return posted
