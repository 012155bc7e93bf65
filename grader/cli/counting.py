"""A line on the terminal's standard error: how much is done, how long it will take, what is at hand."""

from __future__ import annotations

import sys


class Counting:
    """The line; silent where the standard error is no terminal, gone when it ends."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._line = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._line.add_task("", total=None)

    def __enter__(self) -> Counting:
        self._line.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._line.stop()

    def at(self, done: int, total: int, what: str) -> None:
        """Move the line on."""
        self._line.update(self._task, completed=done, total=total, description=what)
