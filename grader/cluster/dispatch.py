"""The submitting side of a batch on a cluster: each order goes to one worker, until its attempt is back.

The scheduling is ours, the transport Dask's: a task is pinned to a worker, so that each worker is sent an
exercise once, work on CUDA goes where a GPU is declared, and what a lost worker had is known.
"""

from __future__ import annotations

import queue
import time
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from grader.batch.orders import Order, faulted
from grader.catalog import Catalog
from grader.cluster import station
from grader.cluster.crew import GPU, Crew, Lost, Tell, Worker, describe, fetched
from grader.cluster.messages import Answer, Kind, pack, unpack
from grader.cluster.parcels import Parcels, read_attempt
from grader.cluster.theirs import Client, Future
from grader.errors import ClusterUnusable
from grader.model import Attempt, Verdict, text

AT_ONCE = 2  # one being graded, one waiting beside it: a worker is never idle while an answer travels
TRIES = 4
LOOK_SECONDS = 1.0
ALONE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Terms:
    """How a batch is graded on a cluster.

    ``patience``: so many seconds a worker may be silent over a task before it is given to another one;
    ``wait``: so many seconds there may be no worker at all.
    """

    device: str = "auto"
    trusted: bool = False
    patience: float = 900.0
    wait: float = 120.0


class ConnectionLost(Exception):
    """The scheduler is gone, or the way to it."""


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """An order at a worker."""

    number: int
    worker: Worker
    future: Future


class Dispatch:
    """Orders on their way: waiting, at a worker, or done. ``tries`` counts what failed on a worker."""

    def __init__(
        self,
        client: Client,
        catalog: Catalog,
        orders: Mapping[int, Order],
        tries: Counter[int],
        terms: Terms,
        tell: Tell,
    ) -> None:
        self._client = client
        self._catalog = catalog
        self._orders = orders
        self._tries = tries
        self._terms = terms
        self._tell = tell
        self._crew = Crew(client, terms.trusted, tell)
        self._on_gpu = terms.device == "cuda" or (terms.device == "auto" and self._crew.declares_gpu())
        self._parcels = Parcels(catalog, terms.device)
        self._waiting = deque(orders)
        self._tasks: dict[str, Task] = {}
        self._ended: queue.SimpleQueue[Future] = queue.SimpleQueue()
        self._done: deque[tuple[int, Attempt]] = deque()
        self._looked_at = float("-inf")
        self._alone_since = time.monotonic()
        self._alone_told = False

    def run(self) -> Iterator[tuple[int, Attempt]]:
        """Yield each order's number with its attempt, once. Raises `ConnectionLost`, `ClusterUnusable`."""
        left = len(self._orders)
        while left:
            self._look_round()
            self._hand_out()
            self._take_in()
            while self._done:
                left -= 1
                yield self._done.popleft()

    def close(self) -> None:
        """Take back what is still out: what a worker is at ends there, and nobody hears of it."""
        for worker in {task.worker.address: task.worker for task in self._tasks.values()}.values():
            self._take_away(worker)

    def _look_round(self) -> None:
        """Look who is there, at most once a second; what a lost or silent worker had waits again."""
        now = time.monotonic()
        if now < self._looked_at + LOOK_SECONDS:
            return
        self._looked_at = now
        self._insist_on_connection()
        for worker in self._crew.look_round():
            self._lose(worker)
        for worker in self._crew.silent(now - self._terms.patience):
            self._crew.forget(worker)
            self._lose(worker)
        self._insist_on_workers(now)

    def _hand_out(self) -> None:
        """Fill the workers up, those with the least work first."""
        for size in range(AT_ONCE):
            for worker in self._crew.fit(gpu=self._on_gpu):
                if self._waiting and len(worker.tasks) == size:
                    self._give(self._waiting.popleft(), worker)

    def _give(self, number: int, worker: Worker) -> None:
        job = self._parcels.job(self._orders[number], worker)
        future = self._client.submit(
            station.grade,
            pack(job),
            worker.gpu,
            workers=[worker.address],
            resources={GPU: 1} if self._on_gpu else None,
            pure=False,
            retries=0,
        )
        if not worker.tasks:
            worker.heard_at = time.monotonic()
        worker.has.add(job.version)
        worker.tasks.append(future.key)
        self._tasks[future.key] = Task(number, worker, future)
        future.add_done_callback(self._ended.put)

    def _take_in(self) -> None:
        """Wait a moment for tasks to end, and read those that have."""
        try:
            ended = [self._ended.get(timeout=LOOK_SECONDS)]
        except queue.Empty:
            return
        while not self._ended.empty():
            ended.append(self._ended.get())
        for future in ended:
            # What was taken away from a worker is not known any more: of two answers the first is kept.
            if task := self._tasks.pop(future.key, None):
                task.worker.tasks.remove(future.key)
                task.worker.heard_at = time.monotonic()
                self._read(task)

    def _read(self, task: Task) -> None:
        """Keep a task's attempt, or have the order wait again."""
        if task.future.status in ("cancelled", "lost"):
            self._insist_on_connection()
            self._waiting.appendleft(task.number)
        elif task.future.status == "error":
            self._failed(task, describe(task.future.exception()))
        else:
            try:
                self._hear(task, unpack(fetched(task.future), Answer))
            except (Lost, ValueError) as error:
                self._failed(task, describe(error))

    def _hear(self, task: Task, answer: Answer) -> None:
        """Keep the attempt; send the exercise again; or greet the process that took the worker's place."""
        if answer.kind is Kind.FAULT:
            self._failed(task, answer.why)
            return
        if answer.kind is Kind.GRADED:
            self._keep(task.number, read_attempt(answer.attempt))
            task.worker.faults = 0
            return
        self._waiting.appendleft(task.number)
        task.worker.has.clear()
        if answer.kind is Kind.STRANGER:
            self._crew.forget(task.worker)
            self._take_away(task.worker)

    def _keep(self, number: int, attempt: Attempt) -> None:
        """Have an attempt yielded; a fault of ours is first tried elsewhere."""
        if attempt.verdict is not Verdict.GRADER_FAULT or not self._try_again(number):
            # As if graded here: by our clock, under the student's name, which no worker knows.
            student = self._orders[number].handed.student
            own = replace(attempt, student=student, graded_at=datetime.now(UTC))
            self._done.append((number, own))

    def _failed(self, task: Task, why: str) -> None:
        """Try elsewhere what failed on a worker; after the last try it is a fault of ours."""
        if self._crew.note_fault(task.worker, why):
            self._take_away(task.worker)
        self._blame(task.number, why)

    def _lose(self, worker: Worker) -> None:
        """Hold the loss of a worker against what it was at, which may have killed it."""
        at = self._tasks[worker.tasks[0]].number if worker.tasks else None
        self._take_away(worker)
        if at is not None:
            self._waiting.remove(at)
            self._blame(at, f"it was lost with the worker {worker.address}")

    def _blame(self, number: int, why: str) -> None:
        if not self._try_again(number):
            exercise = self._catalog.load(self._orders[number].handed.exercise)
            self._keep(number, faulted(exercise, why))

    def _try_again(self, number: int) -> bool:
        """Have an order wait again, unless it has had its tries."""
        self._tries[number] += 1
        if self._tries[number] >= TRIES:
            return False
        self._waiting.append(number)
        return True

    def _take_away(self, worker: Worker) -> None:
        """Have everything that a worker was given wait again."""
        for key in reversed(worker.tasks):
            task = self._tasks.pop(key)
            self._waiting.appendleft(task.number)
            task.future.cancel()
        worker.tasks.clear()

    def _insist_on_connection(self) -> None:
        if self._client.status != "running":
            raise ConnectionLost(f"the connection is {self._client.status}")

    def _insist_on_workers(self, now: float) -> None:
        """Raise `ClusterUnusable` where nobody can grade: at once where all refuse, else after a while."""
        if self._crew.fit(gpu=self._on_gpu):
            self._alone_since = now
            return
        alone = now - self._alone_since
        if self._crew.hopeless or alone > self._terms.wait:
            raise without_workers(self._crew, self._on_gpu)
        if alone > ALONE_SECONDS and not self._crew.undecided and not self._alone_told:
            self._alone_told = True
            self._tell(text("No worker can grade yet; waiting {seconds} s.", seconds=f"{self._terms.wait:g}"))


def without_workers(crew: Crew, on_gpu: bool) -> ClusterUnusable:
    """Say why nobody can grade, and what to do."""
    start = "Start some: dask worker ADDRESS --nworkers N --nthreads 1"
    if crew.refused:
        reasons = " ".join(f"{address}: {why}" for address, why in list(crew.refused.items())[:3])
        return ClusterUnusable(
            f"None of the cluster's workers can grade; {len(crew.refused)} are refused. {reasons}",
            "Install the same tensorgrade and torch there as here, then run the same command again.",
        )
    if on_gpu and crew.workers:
        return ClusterUnusable(
            f"None of the {len(crew.workers)} workers declares a GPU.",
            f"{start} --resources GPU=1; or grade with --device cpu.",
        )
    return ClusterUnusable("The cluster has no workers.", start)
