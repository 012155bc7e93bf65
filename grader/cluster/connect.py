"""The connection to a cluster; Dask's own words stay off the terminal."""

from __future__ import annotations

import logging
import signal
import threading
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from typing import Any

from grader.cluster.address import Address
from grader.cluster.theirs import Client
from grader.errors import ClusterUnusable, MissingExtra

CONNECT_SECONDS = 30.0
CLOSE_SECONDS = 10.0
THEIRS = ("distributed", "dask", "tornado", "asyncio", "bokeh")


@contextmanager
def connected(address: Address) -> Iterator[Client]:
    """Connect to a scheduler, or start one with its workers; both end with the block.

    Raises `MissingExtra` without Dask and `ClusterUnusable` where nobody answers.
    """
    insist_on_dask()
    with ExitStack() as stack:
        stack.enter_context(silence())
        import distributed

        if address.workers:
            cluster = stack.enter_context(local_cluster(address.workers))
            scheduler = cluster.scheduler_address
        else:
            scheduler = address.scheduler
        try:
            client: Any = distributed.Client(  # type: ignore[no-untyped-call]
                scheduler, timeout=CONNECT_SECONDS, set_as_default=False
            )
        except (OSError, TypeError, ValueError) as error:
            raise ClusterUnusable(
                f"No Dask scheduler answers at {scheduler}: {error}",
                "Start one with `dask scheduler`; expected tcp://HOST:PORT, as it prints.",
            ) from error
        stack.callback(client.close, CLOSE_SECONDS)
        yield client


def insist_on_dask() -> None:
    """Raise `MissingExtra` where Dask is not installed."""
    if find_spec("distributed") is None:
        raise MissingExtra(
            "--cluster needs Dask, which is not installed.", "pip install 'tensorgrade[cluster]'"
        )


@contextmanager
def silence() -> Iterator[None]:
    """Keep Dask's log and its warnings off the terminal: what matters of them is told as our own."""
    before = {name: logging.getLogger(name).level for name in THEIRS}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        hush()
        try:
            yield
        finally:
            for name, level in before.items():
                logging.getLogger(name).setLevel(level)


def hush() -> None:
    """Have this process log nothing of Dask."""
    import distributed  # noqa: F401 - it sets its levels when it is imported

    for name in [*logging.root.manager.loggerDict]:
        if name.split(".")[0] in THEIRS:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


@contextmanager
def local_cluster(workers: int) -> Iterator[Any]:
    """Start a scheduler in this process and so many worker processes, one thread each.

    Ctrl-C is for the batch alone: a terminal sends it to the workers, too.
    """
    import distributed

    with interrupts_ignored():
        cluster: Any = distributed.LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            memory_limit=0,
            silence_logs=logging.CRITICAL + 1,
            preload=["grader.cluster.preload"],
        )
    try:
        yield cluster
    finally:
        cluster.close(CLOSE_SECONDS)


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Ignore Ctrl-C for a moment: processes started meanwhile ignore it for good."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
