"""What the submitting process and a worker say to each other: plain data in MessagePack, nothing else.

No name of a student goes to a worker. Dask's scheduler imports what it hands on: nothing heavy in here.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

import msgspec

Message = TypeVar("Message")
Files = dict[str, bytes]


class Program(msgspec.Struct, frozen=True):
    """What grades: equal programs give equal attempts. ``code``: a hash of all that a verdict depends on."""

    tensorgrade: str
    torch: str
    python: str
    code: str

    def __str__(self) -> str:
        return (
            f"Tensorgrade {self.tensorgrade} ({self.code[:8]}), torch {self.torch.split('+')[0]}, "
            f"Python {self.python}"
        )

    def grades_like(self, other: Program) -> bool:
        """Tell whether both give the same attempts; a build's suffix (``+cpu``) does not count."""
        return self._decisive() == other._decisive()

    def _decisive(self) -> tuple[str, str, list[str]]:
        return self.code, self.torch.split("+")[0], self.python.split(".")[:2]


class Introduction(msgspec.Struct, frozen=True):
    """What a worker says of itself. ``token`` is new in every process; ``unfit``: why it cannot grade."""

    token: str
    program: Program
    unfit: str = ""


class Hello(msgspec.Struct, frozen=True, tag=True):
    """Asks a worker to introduce itself. ``trusted``: no submission of the batch is a stranger's."""

    trusted: bool


class Job(msgspec.Struct, frozen=True, tag=True):
    """One submission for one worker. ``files``: the exercise, where the worker does not have it yet.

    ``version`` is the hash of the exercise's files. ``hidden``: they were sealed and go to no disk.
    """

    token: str
    device: str
    exercise: str
    version: str
    name: str
    text: str
    sha256: str
    overruled: str = ""
    hidden: bool = False
    files: Files = {}


class Kind(Enum):
    """How a worker answers."""

    GRADED = "graded"
    LACKS = "lacks"
    STRANGER = "stranger"
    FAULT = "fault"


class Answer(msgspec.Struct, frozen=True):
    """A worker's answer: the attempt as JSON; or it lacks the exercise; or the process is another one; or
    ``why`` something of ours failed there."""

    kind: Kind
    attempt: bytes = b""
    why: str = ""


def pack(message: msgspec.Struct) -> bytes:
    """Write a message."""
    return msgspec.msgpack.encode(message)


def unpack(data: object, kind: type[Message]) -> Message:
    """Read a message; raise ValueError for anything else."""
    if not isinstance(data, bytes):
        raise ValueError(f"expected bytes, got {type(data).__name__}")
    return msgspec.msgpack.decode(data, type=kind)


def unpack_request(data: bytes) -> Hello | Job:
    """Read what a worker is asked."""
    return msgspec.msgpack.decode(data, type=Hello | Job)
