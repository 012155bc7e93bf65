"""The judging process of a worker: one judge and one zygote, kept warm; ends with the worker.

``python -m grader.cluster.judging CONNECTION LEASH FOLDER``: requests come over the connection; the leash is
a pipe that nobody writes to and that ends when the worker ends, however it does.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import threading
import uuid
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from grader.batch.orders import Order
from grader.catalog import Catalog, SourceText
from grader.cluster.messages import (
    Answer,
    Files,
    Hello,
    Introduction,
    Job,
    Kind,
    pack,
    unpack_request,
)
from grader.cluster.parcels import this_program
from grader.content import MemoryContent
from grader.course import Course
from grader.errors import UsageError
from grader.gradebook import Handed

if TYPE_CHECKING:
    from pathlib import Path

    from grader.judge import Judge

LOG = logging.getLogger(__name__)


class Desk:
    """A judge and the course it knows: the exercises that were sent, each in one version."""

    def __init__(self, folder: Path, device: str, hidden: bool) -> None:
        from grader.client.checked import CheckedZygote
        from grader.judge import Judge

        self.device = device
        self.hidden = hidden
        self._versions: dict[str, str] = {}
        self._files: Files = {}
        # Sealed files go to no disk.
        sealed = MemoryContent(self._files) if hidden else None
        self.judge: Judge = Judge(Catalog(folder, sealed), device=device, zygote=CheckedZygote())

    def fits(self, job: Job) -> bool:
        """Tell whether a job can be done here: same device, and no other version of its exercise."""
        version = self._versions.get(job.exercise, job.version)
        return (self.device, self.hidden, version) == (job.device, job.hidden, job.version)

    def put(self, job: Job, files: Files) -> None:
        """Add an exercise to the course. Raises ValueError where it is not what it is called."""
        if job.exercise in self._versions:
            return
        self._files.update(files)
        if not self.hidden:
            for name, data in files.items():
                path = self.judge.catalog.root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        if self.judge.catalog.version(job.exercise) != job.version:
            raise ValueError(f"the files of {job.exercise} are not those of version {job.version}")
        self._versions[job.exercise] = job.version


class Judging:
    """What the process does: introduces itself, grades. Its token is nobody else's."""

    def __init__(self, folder: Path) -> None:
        self.token = uuid.uuid4().hex
        self._folder = folder
        self._store: dict[str, Files] = {}
        self._desks: list[Desk] = []
        self._kept_in = False

    def answer(self, request: Hello | Job) -> bytes:
        """Return the answer to a request; what goes wrong here is said, and is nobody else's fault."""
        try:
            return pack(self._introduce(request) if isinstance(request, Hello) else self._grade(request))
        except Exception as error:
            LOG.exception("a request failed")
            why = f"{type(error).__name__}: {error}"
            if isinstance(request, Hello):
                return pack(Introduction(self.token, this_program(), why))
            return pack(Answer(Kind.FAULT, why=why))

    def close(self) -> None:
        """End the judge and its zygote."""
        while self._desks:
            self._desks.pop().judge.close()

    def _introduce(self, hello: Hello) -> Introduction:
        return Introduction(self.token, this_program(), "" if hello.trusted else self._leak())

    def _leak(self) -> str:
        """Return why the sandbox is too weak for strangers' code; it is tried once."""
        from grader.batch.run import insist_on_sandbox

        if not self._kept_in:
            try:
                insist_on_sandbox()
            except UsageError as error:
                return error.message
            self._kept_in = True
        return ""

    def _grade(self, job: Job) -> Answer:
        if job.token != self.token:
            return Answer(Kind.STRANGER)
        if job.files:
            self._store[job.version] = job.files
        if job.version not in self._store:
            return Answer(Kind.LACKS)
        return Answer(Kind.GRADED, attempt=self._attempt(job))

    def _attempt(self, job: Job) -> bytes:
        from grader.batch.execute import grade_order
        from grader.report.as_json import course_to_json

        desk = self._desk(job)
        desk.put(job, self._store[job.version])
        return course_to_json(Course("", (grade_order(desk.judge, order_of(job)),)))

    def _desk(self, job: Job) -> Desk:
        """Return the desk for a job; one that does not fit is closed first."""
        if self._desks and not self._desks[0].fits(job):
            self.close()
        if not self._desks:
            folder = self._folder / uuid.uuid4().hex
            folder.mkdir()
            self._desks.append(Desk(folder, job.device, job.hidden))
        return self._desks[0]


def order_of(job: Job) -> Order:
    """Return what a judge of a batch is given."""
    handed = Handed("", job.exercise, job.name, job.sha256, job.text, job.overruled)
    return Order(handed, SourceText(job.name, job.text, job.sha256), "")


def end_with_the_worker(leash: int) -> None:
    """End this process when the worker is gone, whatever it is at: its zygote ends with it."""
    os.read(leash, 1)
    os._exit(1)


def serve(connection: Connection, folder: Path) -> None:
    """Answer requests until nobody asks any more."""
    judging = Judging(folder)
    try:
        while True:
            connection.send_bytes(judging.answer(unpack_request(connection.recv_bytes())))
    except EOFError:
        judging.close()


def main(connection: str, leash: str, folder: str) -> None:
    """Serve a worker, in a scratch folder of its own in the worker's folder."""
    from pathlib import Path

    threading.Thread(target=end_with_the_worker, args=(int(leash),), daemon=True).start()
    with tempfile.TemporaryDirectory(prefix="tensorgrade-", dir=folder or None) as scratch:
        serve(Connection(int(connection)), Path(scratch))


if __name__ == "__main__":
    main(*sys.argv[1:])
