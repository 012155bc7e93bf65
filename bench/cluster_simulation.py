"""How long a class takes on a cluster: ``python bench/cluster_simulation.py [--measure]``.

A discrete simulation of `grader/cluster/dispatch.py`: one submitting process that reads answers and writes
the gradebook one after another, workers with two submissions each, losses. What things cost is measured on
this machine by ``--measure`` and kept in ``bench/cluster_simulation.json``; network and losses are
assumptions, said in the page. Writes ``bench/cluster_simulation.md``.
"""

from __future__ import annotations

import argparse
import contextlib
import heapq
import json
import os
import random
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import mean, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.catalog import Catalog

ROOT = Path(__file__).resolve().parents[1]
INPUTS, PAGE = ROOT / "bench/cluster_simulation.json", ROOT / "bench/cluster_simulation.md"
MANDATORY = ("broadcasting_add", "gather", "conv_output_size", "xavier_init", "focal_loss", "lenet_forward")
WORKERS = (1, 8, 16, 32, 64, 128, 256, 512)
AT_ONCE = 2
TRIPS = 300
EACH = 3  # right ones and wrong ones of an exercise that are measured
HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Inputs:
    """What things cost, in seconds and bytes; the last four are assumptions.

    ``grading``: samples of one submission at a warm judge; ``first``: what the first submission of an
    exercise costs a worker more; ``start``: until a worker has introduced itself, its sandbox tried;
    ``keeping``, ``travelling``: what the submitting process does to commit one attempt, and to send a job and
    fetch its answer; ``exercise_bytes``, ``job_bytes``: what travels.
    """

    grading: tuple[float, ...]
    first: float
    start: float
    keeping: float
    travelling: float
    exercise_bytes: int
    job_bytes: int
    bytes_a_second: float = 125e6 / 4
    latency: float = 0.005
    hours_between_losses: float = 24.0
    noticed_after: float = 30.0


@dataclass(slots=True)
class Worker:
    """One worker: ``free_at`` it has done all that it was given; ``epoch`` counts its losses."""

    free_at: float
    has: set[int] = field(default_factory=set)
    out: deque[int] = field(default_factory=deque)
    epoch: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a simulated batch took. ``efficiency``: the share of the workers' time that was grading kept."""

    workers: int
    seconds: float
    efficiency: float
    submitter_busy: float
    lost: int


class Cluster:
    """One simulated batch."""

    def __init__(self, inputs: Inputs, workers: int, submissions: int, exercises: int, seed: int) -> None:
        self.inputs = inputs
        self.rng = random.Random(seed)
        self.work = [self.rng.choice(inputs.grading) for _ in range(submissions)]
        self.exercise = [number % exercises for number in range(submissions)]
        self.waiting = deque(range(submissions))
        self.left = set(range(submissions))
        self.workers = [Worker(inputs.start) for _ in range(workers)]
        self.events: list[tuple[float, int, str, int, int, int]] = []
        self.ticket = 0
        self.submitter_free = self.submitter_busy = 0.0
        self.lost = 0

    def run(self) -> Outcome:
        """Simulate until every submission has an attempt."""
        for number in range(len(self.workers)):
            self.plan(self.inputs.start, "ready", number)
            self.plan_loss(0.0, number)
        now = 0.0
        while self.left:
            now, _, kind, number, submission, epoch = heapq.heappop(self.events)
            if epoch == self.workers[number].epoch:
                getattr(self, kind)(now, number, submission)
        total = sum(self.work)
        end = max(now, self.submitter_free)
        return Outcome(
            len(self.workers), end, total / (len(self.workers) * end), self.submitter_busy / end, self.lost
        )

    def plan(self, at: float, kind: str, number: int, submission: int = -1) -> None:
        """Have something happen at a worker, unless it is lost before."""
        self.ticket += 1
        heapq.heappush(self.events, (at, self.ticket, kind, number, submission, self.workers[number].epoch))

    def plan_loss(self, now: float, number: int) -> None:
        """Plan a worker's next loss."""
        self.plan(now + self.rng.expovariate(1 / (self.inputs.hours_between_losses * HOUR)), "loss", number)

    def ready(self, now: float, number: int, _: int) -> None:
        """Fill a worker up."""
        worker = self.workers[number]
        while self.waiting and len(worker.out) < AT_ONCE:
            submission = self.waiting.popleft()
            seconds = self.work[submission]
            size, exercise = self.inputs.job_bytes, self.exercise[submission]
            if exercise not in worker.has:
                worker.has.add(exercise)
                size += self.inputs.exercise_bytes
                seconds += self.inputs.first
            arrives = now + self.inputs.latency + size / self.inputs.bytes_a_second
            worker.free_at = max(worker.free_at, arrives) + seconds
            worker.out.append(submission)
            self.plan(worker.free_at + self.inputs.latency, "answer", number, submission)

    def answer(self, now: float, number: int, submission: int) -> None:
        """Read an answer when the submitting process comes to it, and give the worker the next."""
        cost = self.inputs.keeping + self.inputs.travelling
        self.submitter_free = max(self.submitter_free, now) + cost
        self.submitter_busy += cost
        self.left.discard(submission)
        self.workers[number].out.remove(submission)
        self.plan(self.submitter_free, "ready", number)

    def loss(self, now: float, number: int, _: int) -> None:
        """Lose a worker: what it had waits again as soon as that is noticed, and another one starts."""
        worker = self.workers[number]
        self.waiting.extendleft(reversed(worker.out))
        self.lost += 1
        back = now + self.inputs.noticed_after + self.inputs.start
        self.workers[number] = Worker(back, epoch=worker.epoch + 1)
        self.plan(back, "ready", number)
        self.plan_loss(back, number)
        if not self.left.difference(self.waiting):
            return
        # Others may be idle by now: the class may end before this worker is back.
        for other, idle in enumerate(self.workers):
            if other != number and not idle.out and idle.free_at <= now:
                self.plan(now + self.inputs.noticed_after, "ready", other)


def measured() -> Inputs:
    """Measure on this machine: right and wrong submissions of six exercises at one warm judge."""
    from grader.catalog import Catalog
    from grader.cluster.judging import Judging
    from grader.cluster.messages import Hello, Introduction, Job, unpack

    catalog = Catalog(ROOT)
    with tempfile.TemporaryDirectory() as name:
        judging = Judging(Path(name))
        introduction = unpack(judging.answer(Hello(trusted=False)), Introduction)
        grading, firsts, exercise_bytes, job_bytes = [], [], [], []
        for slug in MANDATORY:
            files = dict(catalog.files(slug))
            exercise_bytes.append(sum(map(len, files.values())))
            times = []
            for text in texts(slug):
                job = Job(introduction.token, "cpu", slug, catalog.version(slug), f"{slug}.py", text, "",
                          files=files)  # fmt: skip
                began = processor_seconds()
                judging.answer(job)
                times.append(processor_seconds() - began)
                job_bytes.append(len(text.encode()))
            firsts.append(max(0.0, times[0] - mean(times[1:])))
            grading += times[1:]
        judging.close()
        keeping = keeping_seconds(catalog, Path(name))
    sizes = round(mean(exercise_bytes)), round(mean(job_bytes))
    return Inputs(tuple(grading), mean(firsts), start_seconds(), keeping, travelling_seconds(), *sizes)


def start_seconds() -> float:
    """Return what a worker's judging process costs until it has introduced itself, its sandbox tried."""
    from grader.cluster.messages import Hello, pack
    from grader.cluster.station import Station

    station, started = Station(), processor_seconds()
    station.ask(pack(Hello(trusted=False)), gpu=False)
    spent = processor_seconds() - started
    station.close()
    return spent


def processor_seconds() -> float:
    """Return what this process and all below it, ended ones too, have had of a processor.

    A worker has a core: its seconds are these, and other programs on this machine do not count.
    """
    from processes import descendants

    ticks = 0
    for pid in descendants(os.getpid()):
        with contextlib.suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(map(int, fields[11:15]))
    mine = os.times()
    return sum(mine[:4]) + ticks / os.sysconf("SC_CLK_TCK")


def texts(slug: str) -> Iterator[str]:
    """Yield right and wrong submissions in turn."""
    folder = ROOT / "solutions" / slug
    right, wrong = (sorted((folder / kind).glob("*.py")) for kind in ("wheats", "chaffs"))
    for number in range(EACH):
        for paths in (right, wrong):
            yield paths[number % len(paths)].read_text() + f"\n# {number}\n"


def keeping_seconds(catalog: Catalog, folder: Path) -> float:
    """Return what reading an answer and writing it into the gradebook costs."""
    from grader.batch.orders import ungraded
    from grader.cluster.messages import Answer, Kind, pack, unpack
    from grader.cluster.parcels import read_attempt
    from grader.course import Course, Person
    from grader.gradebook import Handed, open_gradebook
    from grader.model import Verdict, text
    from grader.report.as_json import course_to_json

    exercise = catalog.load("gather")
    reason = text("{why}", why="x" * 2000)  # about as long as a counterexample
    attempt = ungraded(exercise, Verdict.PARTIAL, reason)
    data = pack(Answer(Kind.GRADED, course_to_json(Course("", (attempt,)))))
    handed = [Handed(f"s{number}", "gather", "gather.py", str(number), "") for number in range(200)]
    with open_gradebook(folder / "gradebook.sqlite") as book:
        book.enroll(Person(one.student, one.student) for one in handed)
        run_number, numbers = book.begin_run("batch"), book.hand_in(handed)
        times = []
        for number, one in zip(numbers, handed, strict=True):
            started = time.perf_counter()
            book.keep(run_number, number, one, one.sha256, read_attempt(unpack(data, Answer).attempt))
            times.append(time.perf_counter() - started)
    # The fastest tenth: whatever else runs on this machine waits for the disk, too.
    return quantiles(times, n=10)[0]


def travelling_seconds() -> float:
    """Return what sending a job and fetching its answer costs this process, with Dask's scheduler in it."""
    from grader.cluster.address import Address
    from grader.cluster.connect import connected

    with connected(Address(workers=1)) as client:
        (worker,) = client.scheduler_info(n_workers=-1)["workers"]
        before = time.process_time()
        for _ in range(TRIPS):
            client.submit(bytes, b"x" * 2000, workers=[worker], pure=False, retries=0).result(timeout=60)
        return (time.process_time() - before) / TRIPS


def table(inputs: Inputs, submissions: int, exercises: int) -> Iterator[str]:
    """Yield the rows for clusters of several sizes."""
    yield "| workers | hours | efficiency | submitting process busy | workers lost |"
    yield "|---|---|---|---|---|"
    for workers in WORKERS:
        done = Cluster(inputs, workers, submissions, exercises, seed=1).run()
        yield (
            f"| {done.workers} | {done.seconds / HOUR:.2f} | {done.efficiency:.0%} | "
            f"{done.submitter_busy:.0%} | {done.lost} |"
        )


def prices(inputs: Inputs) -> Iterator[str]:
    """Yield what was measured, in words."""
    times = sorted(inputs.grading)
    yield (
        f"* a submission at a warm judge: {mean(times):.2f} s on average (median "
        f"{times[len(times) // 2]:.2f}, slowest of {len(times)}: {times[-1]:.2f}), right and wrong ones "
        "half and half; the simulation draws from these;"
    )
    yield f"* the first one of an exercise on a worker: {inputs.first:.2f} s more (examples are drawn);"
    yield f"* a worker's start, its sandbox tried: {inputs.start:.1f} s;"
    yield (
        f"* an attempt read and committed to the gradebook (SQLite): {inputs.keeping * 1000:.1f} ms; its job "
        f"sent and its answer fetched: {inputs.travelling * 1000:.1f} ms; one after another, so at most "
        f"{1 / (inputs.keeping + inputs.travelling):.0f} a second whatever the cluster;"
    )
    yield (
        f"* shipped: {inputs.exercise_bytes:,} bytes for each exercise and worker, once; "
        f"{inputs.job_bytes:,} bytes a submission."
    )


def page(inputs: Inputs, submissions: int, exercises: int) -> str:
    """Return the page."""
    rough = replace(inputs, hours_between_losses=1.0)
    return "\n".join(
        [
            "# A class on a cluster, simulated",
            "",
            f"Written by `bench/cluster_simulation.py`: {submissions:,} submissions of {exercises} "
            "exercises.",
            "",
            "Measured; the first three in processor time of all processes together, as a worker has a core:",
            "",
            *prices(inputs),
            "",
            f"Assumed: {inputs.bytes_a_second * 8 / 1e6:.0f} Mbit/s; {inputs.latency * 1000:.0f} ms each "
            f"way; every worker is lost once in {inputs.hours_between_losses:.0f} hours with all it had, "
            f"which is noticed after {inputs.noticed_after:.0f} s.",
            "",
            *table(inputs, submissions, exercises),
            "",
            "The same where every worker is lost once an hour:",
            "",
            *table(rough, submissions, exercises),
            "",
        ]
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", action="store_true", help="measure here; else what was measured last")
    parser.add_argument("--submissions", type=int, default=100_000)
    parser.add_argument("--exercises", type=int, default=20)
    chosen = parser.parse_args()
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    if chosen.measure:
        INPUTS.write_text(json.dumps(asdict(measured()), indent=1) + "\n")
    known = json.loads(INPUTS.read_text())
    inputs = Inputs(**{**known, "grading": tuple(known["grading"])})
    PAGE.write_text(page(inputs, chosen.submissions, chosen.exercises))
    print(PAGE.read_text())
