"""How a batch shows where it is: a line on a terminal, events for a machine, silence in a log."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Protocol

import click

from grader.cli.invocation import Invocation
from grader.model import Attempt, format_score, text


class Shown(Protocol):
    """What shows a batch's progress; a context manager around the batch."""

    def __enter__(self) -> object:
        """Begin."""

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """End, whatever happened."""

    def attempt(self, done: int, total: int, attempt: Attempt) -> None:
        """Show that ``done`` of ``total`` submissions have an attempt, and the last one."""


class Bar:
    """A line on the terminal's standard error: share, rate, remaining time, verdicts so far."""

    def __init__(self, invocation: Invocation) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self.tr = invocation.tr
        self._verdicts: Counter[str] = Counter()
        self._progress = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[verdicts]}", markup=False),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._progress.add_task("", total=None, rate="", verdicts="")

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def attempt(self, done: int, total: int, attempt: Attempt) -> None:
        """Move the line on."""
        from grader.report.words import VERDICTS

        self._verdicts[VERDICTS[attempt.verdict].sign] += 1
        verdicts = "  ".join(f"{sign} {count}" for sign, count in self._verdicts.most_common())
        speed = self._progress.tasks[0].speed
        rate = self.tr("{rate} a second", rate=f"{speed:.1f}") if speed else ""
        self._progress.update(self._task, total=total, completed=done, rate=rate, verdicts=verdicts)


class Events:
    """One JSON object a line on the standard output, as things happen."""

    def __enter__(self) -> Events:
        self._emit(event="begin")
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._emit(event="end", complete=kind is None)

    def attempt(self, done: int, total: int, attempt: Attempt) -> None:
        """Tell of an attempt."""
        self._emit(
            event="attempt",
            done=done,
            total=total,
            student=attempt.student,
            exercise=attempt.exercise,
            verdict=attempt.verdict.value,
            score=format_score(attempt.score),
            max_score=format_score(attempt.max_score),
        )

    @staticmethod
    def _emit(**fields: object) -> None:
        click.echo(json.dumps(fields))  # ASCII only: a line is a line everywhere


def say_how_to_resume(invocation: Invocation) -> None:
    """Tell somebody who has stopped a batch that nothing is lost."""
    invocation.warn(
        text("Stopped. What was graded is in the gradebook; the same command goes on from there.")
    )
