"""A stand-in for Dask's client: workers are functions, and what happens to them is up to the test."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from grader.batch.orders import ungraded
from grader.catalog import Catalog
from grader.cluster import station
from grader.cluster.messages import Answer, Introduction, Job, Kind, Program, pack, unpack_request
from grader.cluster.parcels import this_program
from grader.course import Course
from grader.model import Verdict, text
from grader.report.as_json import course_to_json


class Died(Exception):
    """Says that the worker ends over this job."""


class Hangs(Exception):
    """Says that no answer ever comes."""


class Unreachable(Exception):
    """Says that the job is done and its answer cannot be fetched."""


Do = Callable[["FakeWorker", Job], bytes]


@dataclass
class FakeFuture:
    """A task."""

    key: str
    status: str = "pending"
    outcome: object = None
    calls: list[Callable[[FakeFuture], None]] = field(default_factory=list)

    def done(self) -> bool:
        return self.status != "pending"

    def result(self, timeout: float) -> object:
        if isinstance(self.outcome, Unreachable):
            raise TimeoutError
        return self.outcome

    def exception(self) -> BaseException:
        assert isinstance(self.outcome, BaseException)
        return self.outcome

    def cancel(self) -> None:
        self.end("cancelled", None)

    def end(self, status: str, outcome: object) -> None:
        self.status, self.outcome = status, outcome
        for call in self.calls:
            call(self)

    def add_done_callback(self, call: Callable[[FakeFuture], None]) -> None:
        self.calls.append(call)
        if self.done():
            call(self)


def accepts(worker: FakeWorker, job: Job) -> bytes:
    """Accept everything, as a right worker does: only with the exercise's files."""
    if job.token != worker.token:
        return pack(Answer(Kind.STRANGER))
    if job.files:
        worker.shipped.append(job.version)
    if job.version not in worker.shipped:
        return pack(Answer(Kind.LACKS))
    return attempt(worker, Verdict.ACCEPTED)


def attempt(worker: FakeWorker, verdict: Verdict) -> bytes:
    """Answer with a verdict."""
    exercise = worker.catalog.load("double")
    made = ungraded(exercise, verdict, text("{who}", who=worker.token))
    return pack(Answer(Kind.GRADED, course_to_json(Course("", (made,)))))


@dataclass
class FakeWorker:
    """One worker process; ``shipped``: the versions it was sent; ``jobs``: what it was asked to do."""

    catalog: Catalog
    token: str
    do: Do = accepts
    resources: dict[str, float] = field(default_factory=dict)
    program: Program = field(default_factory=this_program)
    unfit: str = ""
    introduction: object = None
    shipped: list[str] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    asked: list[dict[str, float] | None] = field(default_factory=list)

    def introduce(self) -> object:
        return self.introduction or pack(Introduction(self.token, self.program, self.unfit))


class FakeClient:
    """A scheduler with these workers, by address."""

    def __init__(self, **workers: FakeWorker) -> None:
        self.status = "running"
        self.workers = workers
        self.keys = map(str, itertools.count())

    def scheduler_info(self, n_workers: int) -> object:
        assert n_workers == -1, "Dask shows five workers unless it is asked for all"
        return {"workers": {name: {"resources": one.resources} for name, one in self.workers.items()}}

    def submit(
        self,
        function: Callable[..., bytes],
        *arguments: object,
        workers: list[str],
        pure: bool,
        retries: int,
        resources: dict[str, float] | None = None,
    ) -> FakeFuture:
        future = FakeFuture(next(self.keys))
        (address,) = workers
        worker = self.workers.get(address)
        if worker is None:
            return future  # nobody there: it waits, as Dask has it
        if function is station.introduce:
            introduced = worker.introduce()
            future.end("error" if isinstance(introduced, Exception) else "finished", introduced)
            return future
        assert isinstance(arguments[0], bytes)
        job = unpack_request(arguments[0])
        assert isinstance(job, Job)
        worker.jobs.append(job)
        worker.asked.append(resources)
        self._do(address, worker, job, future)
        return future

    def _do(self, address: str, worker: FakeWorker, job: Job, future: FakeFuture) -> None:
        try:
            future.end("finished", worker.do(worker, job))
        except Died:
            self.workers.pop(address, None)
        except Hangs:
            pass
        except Unreachable as answer:
            future.end("finished", answer)
        except Exception as error:
            future.end("error", error)
