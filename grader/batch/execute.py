"""Grading orders: in this process, or in several side by side, each with its own judge and zygote."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import TYPE_CHECKING

from grader.batch.orders import Order, unreadable
from grader.catalog import Catalog
from grader.client.checked import CheckedZygote
from grader.errors import GraderFault
from grader.model import Attempt, text

if TYPE_CHECKING:
    from grader.judge import Judge

POOLS = 4  # a judge that is killed takes its pool along; so often another one is started


def graded(
    catalog: Catalog, orders: Sequence[Order], jobs: int, device: str
) -> Generator[tuple[Order, Attempt]]:
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
) -> Generator[tuple[Order, Attempt]]:
    """Grade in several processes; what a process that was killed had not finished is graded by another."""
    left = dict(enumerate(orders))
    for _ in range(POOLS):
        try:
            for number, attempt in graded_in_a_pool(catalog, left, jobs, device):
                yield left.pop(number), attempt
        except BrokenProcessPool:
            continue
        return
    raise GraderFault(
        f"The judges were killed {POOLS} times.", "Is there enough memory? Try --jobs 1, then `grade doctor`."
    )


def graded_in_a_pool(
    catalog: Catalog, orders: dict[int, Order], jobs: int, device: str
) -> Iterator[tuple[int, Attempt]]:
    """Grade in one pool of processes; on an interrupt what is queued is dropped and what runs is ended."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(min(jobs, len(orders)), context, start_judge, (catalog, device))
    try:
        pending: dict[Future[Attempt], int] = {
            pool.submit(grade_here, order): number for number, order in orders.items()
        }
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
    threading.Thread(target=end_with_the_batch, daemon=True).start()
    HERE.append(Judge(catalog, device=device, zygote=CheckedZygote()))
    atexit.register(HERE[0].close)


def end_with_the_batch() -> None:
    """End this process when the batch is gone, however it went: its pool would wait for work for ever."""
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os._exit(1)  # the zygote's container ends with this process


def grade_here(order: Order) -> Attempt:
    """Grade an order with this process's judge."""
    return grade_order(HERE[0], order)


def grade_order(judge: Judge, order: Order) -> Attempt:
    """Grade one submission of a batch."""
    exercise = judge.catalog.load(order.handed.exercise)
    if order.refused:
        return unreadable(exercise, order.refused)
    if not order.handed.overruled:
        return judge.grade(exercise, order.source, student=order.handed.student)
    allowed = replace(exercise, forbidden=(), forbid_broadcast=())
    attempt = judge.grade(allowed, order.source, student=order.handed.student)
    reason = order.handed.overruled
    note = text("The instructor allowed forbidden operations here: {reason}", reason=reason)
    return replace(attempt, messages=(note, *attempt.messages))
