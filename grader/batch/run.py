"""Running a batch: several judges side by side, each with its own zygote."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from grader.batch.store import Store, key_of
from grader.catalog import Catalog, SourceText
from grader.client.checked import CheckedZygote
from grader.client.probe import ACTS, probe
from grader.client.zygote import Zygote
from grader.course import Course
from grader.errors import UsageError
from grader.intake import Found, Options, find_submissions
from grader.model import Attempt, DeviceRun, DeviceState, Level, Submission, Text, Verdict, text
from grader.report.as_json import course_to_json
from grader.report.html import write_course

if TYPE_CHECKING:
    from grader.judge import Judge

Progress = Callable[[int, int, Attempt], None]


@dataclass(frozen=True, slots=True)
class Order:
    """One submission to grade, with the name under which its attempt is kept.

    ``overruled``: why the instructor lets it use forbidden operations; empty where nobody does.
    """

    index: int
    found: Found
    source: SourceText
    key: str
    overruled: str = ""


def run_batch(
    catalog: Catalog,
    submissions: Path,
    out: Path,
    *,
    jobs: int = 1,
    device: str = "auto",
    trusted: bool = False,
    language: str = "en",
    intake: Options | None = None,
    overruled: Mapping[tuple[str, str], str] = MappingProxyType({}),
    progress: Progress = lambda done, total, attempt: None,
) -> Course:
    """Grade a class; write ``results.json`` and the HTML report into `out`; return the course.

    Attempts are kept as they end: running the same command again grades only what is missing or has
    changed. ``overruled`` maps (student, slug) to the instructor's reason for allowing forbidden operations
    there. Raises `UsageError` where no sandbox of level L2 or better can be had, unless the submissions are
    `trusted`.
    """
    if not trusted:
        insist_on_sandbox()
    found = find_submissions(submissions, catalog.exercises(), intake).found
    store = prepare(out)
    attempts: dict[int, Attempt] = {}
    orders = []
    for index, item in enumerate(found):
        order = order_of(catalog, index, item, device, overruled.get((item.student, item.slug), ""))
        kept = order if isinstance(order, Attempt) else store.load(order.key, item.student)
        if kept is None and isinstance(order, Order):
            orders.append(order)
        elif kept is not None:
            attempts[index] = kept
    for order, attempt in graded(catalog, orders, jobs, device):
        if attempt.verdict is not Verdict.GRADER_FAULT:
            store.save(order.key, attempt)
        attempts[order.index] = attempt
        progress(len(attempts), len(found), attempt)
    return publish(catalog, [attempts[index] for index in range(len(found))], out, language)


def insist_on_sandbox() -> None:
    """Raise `UsageError` unless this machine can keep strangers' code in: the forbidden acts are tried."""
    with Zygote() as zygote:
        zygote.wait_jailed()
        why = [str(reason) for reason in zygote.shortfalls]
        level = zygote.level
        if level >= Level.FILTERED:
            probed = probe(zygote.fork())
            level = probed.level
            why = [f"A submission could {ACTS[act]}." for act in probed.possible]
    if not level >= Level.FILTERED:
        raise UsageError(
            f"The sandbox reaches only level {level.value} here; a batch needs L2. {' '.join(why)}".rstrip(),
            "Run `grade doctor`, or grade code that you trust with --trust-this-code.",
        )


def prepare(out: Path) -> Store:
    """Make the output folder; a path that cannot be one is the user's mistake."""
    try:
        return Store(out)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.", "Choose another --out.") from error


def order_of(catalog: Catalog, index: int, found: Found, device: str, overruled: str = "") -> Order | Attempt:
    """Name what is to be graded; what cannot be read is an attempt already."""
    source = found.content
    if isinstance(source, Text):
        return unreadable(catalog, found, source)
    key = key_of(found.slug, catalog.version(found.slug), source.sha256, device, overruled)
    return Order(index, found, source, key, overruled)


def unreadable(catalog: Catalog, found: Found, reason: Text) -> Attempt:
    """Record a file that is not a text as an attempt without a target."""
    exercise = catalog.load(found.slug)
    return Attempt(
        found.student,
        found.slug,
        exercise.title,
        Submission(found.path.name, ""),
        Verdict.NO_TARGET,
        Fraction(0),
        Fraction(10),
        (),
        (DeviceRun("cpu", DeviceState.NOT_ASKED),),
        None,
        datetime.now(UTC),
        messages=(reason,),
    )


def publish(catalog: Catalog, attempts: Sequence[Attempt], out: Path, language: str) -> Course:
    """Write the results file and the pages."""
    course = Course(catalog.root.name, tuple(attempts))
    (out / "results.json").write_bytes(course_to_json(course))
    write_course(course, out, language)
    return course


def graded(
    catalog: Catalog, orders: Sequence[Order], jobs: int, device: str
) -> Iterator[tuple[Order, Attempt]]:
    """Grade the orders and yield them as they end."""
    if not orders:
        return
    if min(jobs, len(orders)) == 1:
        from grader.judge import Judge

        with Judge(catalog, device=device, zygote=CheckedZygote()) as judge:
            for order in orders:
                yield order, grade_order(judge, order)
        return
    yield from graded_side_by_side(catalog, orders, jobs, device)


def graded_side_by_side(
    catalog: Catalog, orders: Sequence[Order], jobs: int, device: str
) -> Iterator[tuple[Order, Attempt]]:
    """Grade in several processes; on an interrupt what is queued is dropped and what runs is ended."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(min(jobs, len(orders)), context, start_judge, (catalog, device))
    try:
        pending: dict[Future[Attempt], Order] = {pool.submit(grade_here, order): order for order in orders}
        while pending:
            for future in wait(pending, return_when=FIRST_COMPLETED).done:
                yield pending.pop(future), future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


HERE: list[Judge] = []


def start_judge(catalog: Catalog, device: str) -> None:
    """Start this process's judge; it ends with the process."""
    import atexit
    import signal

    from grader.judge import Judge

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    HERE.append(Judge(catalog, device=device, zygote=CheckedZygote()))
    atexit.register(HERE[0].close)


def grade_here(order: Order) -> Attempt:
    """Grade an order with this process's judge."""
    return grade_order(HERE[0], order)


def grade_order(judge: Judge, order: Order) -> Attempt:
    """Grade one submission of a batch."""
    exercise = judge.catalog.load(order.found.slug)
    if not order.overruled:
        return judge.grade(exercise, order.source, student=order.found.student)
    allowed = replace(exercise, forbidden=(), forbid_broadcast=())
    attempt = judge.grade(allowed, order.source, student=order.found.student)
    note = text("The instructor allowed forbidden operations here: {reason}", reason=order.overruled)
    return replace(attempt, messages=(note, *attempt.messages))
