"""What we use of Dask's client, as types: Dask's own are incomplete, and tests put a stand-in here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class Future(Protocol):
    """A task's promised result."""

    @property
    def key(self) -> Any:
        """The task's name, unique."""

    @property
    def status(self) -> str:
        """One of ``pending``, ``finished``, ``error``, ``cancelled``, ``lost``."""

    def done(self) -> bool:
        """Tell whether it is pending no more."""

    def result(self, timeout: float) -> object:
        """Return the result."""

    def exception(self) -> BaseException | None:
        """Return what the task raised."""

    def cancel(self) -> object:
        """Give the task up."""

    def add_done_callback(self, call: Callable[[Any], None]) -> object:
        """Have a function called with this future when it is done, in another thread."""


class Client(Protocol):
    """A connection to a scheduler."""

    @property
    def status(self) -> str:
        """``running`` as long as the scheduler is there."""

    def scheduler_info(self, n_workers: int) -> Any:
        """Return what the scheduler knows of its workers."""

    def submit(
        self,
        function: Callable[..., bytes],
        *arguments: object,
        workers: list[str],
        pure: bool,
        retries: int,
        resources: dict[str, float] | None = None,
    ) -> Future:
        """Have a worker call a function."""
