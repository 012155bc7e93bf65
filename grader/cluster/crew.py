"""The workers of a batch: who is there, who may grade, what each was sent."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from typing import Any

from grader.cluster import station
from grader.cluster.messages import Introduction, unpack
from grader.cluster.parcels import this_program
from grader.cluster.theirs import Client, Future
from grader.model import Text, text

Tell = Callable[[Text], None]
GPU = "GPU"
FETCH_SECONDS = 20.0
FAULTS = 3  # so many tasks in a row that fail on a worker are the worker's fault


@dataclass(slots=True, eq=False)
class Worker:
    """One worker process that may grade. Mutable: what it has and what it is at change all the time.

    ``has``: the versions of exercises that it was sent; ``tasks``: the keys of what it was given, the
    oldest first; ``heard_at``: when it last answered or was idle.
    """

    address: str
    token: str
    gpu: bool
    has: set[str] = field(default_factory=set)
    tasks: list[str] = field(default_factory=list)
    faults: int = 0
    heard_at: float = 0.0


class Crew:
    """Keeps up with the workers of a scheduler: they come, introduce themselves, and go."""

    def __init__(self, client: Client, trusted: bool, tell: Tell) -> None:
        self.workers: dict[str, Worker] = {}
        self.refused: dict[str, Text] = {}
        self._client = client
        self._trusted = trusted
        self._tell = tell
        self._greeted: dict[str, tuple[Future, bool]] = {}
        self._program = this_program()

    @property
    def hopeless(self) -> bool:
        """Whether there are workers, and every one is refused."""
        return bool(self.refused) and not self.workers and not self.undecided

    def look_round(self) -> list[Worker]:
        """Greet who is new, let in who has introduced itself; return the workers that are gone."""
        there = self._there()
        self._greeted = {where: greeting for where, greeting in self._greeted.items() if where in there}
        self.refused = {where: why for where, why in self.refused.items() if where in there}
        for address, resources in there.items():
            if address not in {*self.workers, *self._greeted, *self.refused}:
                self._greet(address, GPU in resources)
        for address, (future, gpu) in list(self._greeted.items()):
            if future.done():
                del self._greeted[address]
                self._hear(address, gpu, future)
        return [self.workers.pop(address) for address in list(self.workers) if address not in there]

    def declares_gpu(self) -> bool:
        """Tell whether any worker declares a GPU."""
        return any(GPU in resources for resources in self._there().values())

    @property
    def undecided(self) -> bool:
        """Whether some worker has not introduced itself yet."""
        return bool(self._greeted)

    def fit(self, *, gpu: bool) -> list[Worker]:
        """Return the workers that may be given work, only those with a GPU where that is asked for."""
        return [worker for worker in self.workers.values() if worker.gpu or not gpu]

    def silent(self, since: float) -> list[Worker]:
        """Return the workers that were given work and have not been heard of since then."""
        return [worker for worker in self.workers.values() if worker.tasks and worker.heard_at < since]

    def forget(self, worker: Worker) -> None:
        """Take a worker for one that is not known: it has to introduce itself before it is given more."""
        self.workers.pop(worker.address, None)

    def note_fault(self, worker: Worker, why: object) -> bool:
        """Count a task that failed; return whether the worker is dismissed for it."""
        worker.faults += 1
        if worker.faults < FAULTS:
            return False
        self.forget(worker)
        self._refuse(
            worker.address, text("{count} tasks in a row failed on it: {why}", count=FAULTS, why=why)
        )
        return True

    def _there(self) -> dict[str, dict[str, float]]:
        """Return the resources that each worker declares, by address."""
        found: dict[str, dict[str, Any]] = self._client.scheduler_info(n_workers=-1)["workers"]
        return {address: worker["resources"] for address, worker in found.items()}

    def _greet(self, address: str, gpu: bool) -> None:
        self._greeted[address] = (
            self._client.submit(
                station.introduce, self._trusted, gpu, workers=[address], pure=False, retries=0
            ),
            gpu,
        )

    def _hear(self, address: str, gpu: bool, future: Future) -> None:
        """Let a worker in or refuse it; one that went away before it answered is neither."""
        if future.status == "error":
            why = describe(future.exception())
            self._refuse(address, text("it cannot run this Tensorgrade: {why}", why=why))
        elif future.status == "finished":
            try:
                introduction = unpack(fetched(future), Introduction)
            except (Lost, ValueError) as error:
                self._refuse(address, text("it does not say what it is: {why}", why=describe(error)))
                return
            objections = list(self._objections(introduction))
            if objections:
                self._refuse(address, objections[0])
            else:
                self.workers[address] = Worker(address, introduction.token, gpu, heard_at=time.monotonic())

    def _objections(self, introduction: Introduction) -> Iterator[Text]:
        theirs, ours = introduction.program, self._program
        if not theirs.grades_like(ours):
            yield text("it has {theirs}, this batch {ours}.", theirs=theirs, ours=ours)
        if introduction.unfit:
            yield text("{why}", why=introduction.unfit)

    def _refuse(self, address: str, why: Text) -> None:
        self.refused[address] = why
        self._tell(text("Worker {address} is not used: {why}", address=address, why=why))


class Lost(Exception):
    """A result is there no more: its worker went, or the connection to it."""


def fetched(future: Future) -> object:
    """Return the result of a task that has ended; raise `Lost` where it cannot be had."""
    try:
        return future.result(timeout=FETCH_SECONDS)
    except (CancelledError, TimeoutError, OSError) as error:
        raise Lost(describe(error)) from error


def describe(error: BaseException | None) -> str:
    """Return an error's kind and its words, in one line."""
    return f"{type(error).__name__}: {error}".splitlines()[0]
