"""What the submitting process and a worker say to each other: plain data in MessagePack, nothing else.

No name of a student goes to a worker.
"""

from __future__ import annotations

import platform
from enum import Enum
from importlib.metadata import version
from typing import Protocol, TypeVar

import msgspec

from grader import __version__
from grader.batch.orders import Order, program
from grader.catalog import Catalog, SourceText
from grader.gradebook import Handed
from grader.model import Attempt
from grader.report.as_json import course_from_json

Message = TypeVar("Message")
Files = dict[str, bytes]


class Program(msgspec.Struct, frozen=True):
    """What grades: equal programs give equal attempts. ``code``: a hash of all that a verdict depends on."""

    tensorgrade: str
    torch: str
    python: str
    code: str

    @classmethod
    def here(cls) -> Program:
        """Return this process's."""
        return cls(__version__, version("torch"), platform.python_version(), program())

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


class Sent(Protocol):
    """A worker process, and the versions of exercises that it was sent."""

    token: str
    has: set[str]


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

    def order(self) -> Order:
        """Return what a judge of a batch is given."""
        source = SourceText(self.name, self.text, self.sha256)
        handed = Handed("", self.exercise, self.name, self.sha256, self.text, self.overruled)
        return Order(handed, source, "")


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


class Parcels:
    """Orders as jobs; an exercise's files are read and hashed once."""

    def __init__(self, catalog: Catalog, device: str) -> None:
        self._catalog = catalog
        self._device = device
        self._exercises: dict[str, tuple[str, Files]] = {}

    def job(self, order: Order, worker: Sent) -> Job:
        """Return what a worker has to be sent for an order."""
        handed = order.handed
        version, files = self._exercise(handed.exercise)
        return Job(
            token=worker.token,
            device=self._device,
            exercise=handed.exercise,
            version=version,
            name=handed.name,
            text=handed.content,
            sha256=handed.sha256,
            overruled=handed.overruled,
            hidden=self._catalog.content.hidden,
            files={} if version in worker.has else files,
        )

    def _exercise(self, slug: str) -> tuple[str, Files]:
        if slug not in self._exercises:
            self._exercises[slug] = self._catalog.version(slug), dict(self._catalog.files(slug))
        return self._exercises[slug]


def read_attempt(document: bytes) -> Attempt:
    """Read the attempt of an answer; raise ValueError for anything else."""
    (attempt,) = course_from_json(document).attempts
    return attempt


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
