"""How a runner can end before it should, and what it then cannot do any more."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from enum import Enum

from grader.model import Limits, Text, text
from grader.wire import messages as m

ALMOST = 0.5  # the kernel counts ticks where the report counts nanoseconds: on a busy machine they differ
SIGNALS = frozenset(map(int, signal.Signals))  # real-time signals have a number only


class Ending(Enum):
    """Why a runner is gone, or why nothing more is asked of it."""

    CRASHED = "crashed"
    TIMED_OUT = "timed_out"
    OUT_OF_TIME = "out_of_time"
    OUT_OF_MEMORY = "out_of_memory"
    FORBIDDEN = "forbidden"
    PROTOCOL = "protocol"


@dataclass(frozen=True, slots=True)
class EndingReport:
    """An ending with the sentence that explains it."""

    ending: Ending
    text: Text
    line: int | None = None


class RunnerEnded(BaseException):
    """The runner is gone in the middle of a property.

    A BaseException, because Hypothesis takes any Exception for a failing example and would call the
    dead runner again and again to shrink it.
    """

    def __init__(self, report: EndingReport) -> None:
        super().__init__(str(report.text))
        self.report = report


@dataclass(frozen=True, slots=True)
class Exit:
    """How a runner process ended: wait status, largest resident size in KiB, own and jailer's CPU s."""

    status: int
    maxrss: int
    cpu: float = 0.0
    jail_cpu: float = 0.0

    @property
    def signal(self) -> int:
        """The number of the signal that ended it, or 0."""
        return os.WTERMSIG(self.status) if os.WIFSIGNALED(self.status) else 0


def import_timed_out(seconds: float) -> EndingReport:
    """Report a file whose import is over its limit."""
    sentence = text(
        "Importing the file took longer than {seconds} s and was stopped.", seconds=f"{seconds:g}"
    )
    return EndingReport(Ending.TIMED_OUT, sentence)


def timed_out(seconds: float) -> EndingReport:
    """Report a call over its limit."""
    return EndingReport(
        Ending.TIMED_OUT,
        text(
            "One call took longer than {seconds} s and was stopped. Look for an endless loop.",
            seconds=f"{seconds:g}",
        ),
    )


def out_of_time(limits: Limits) -> EndingReport:
    """Report an exercise over its limit."""
    message = text(
        "All calls together took longer than {seconds} s; the rest was not run.",
        seconds=f"{limits.exercise_seconds:g}",
    )
    return EndingReport(Ending.OUT_OF_TIME, message)


def out_of_memory(limits: Limits, error: m.ExceptionRecord) -> EndingReport:
    """Report a refused allocation."""
    megabytes = limits.memory_bytes >> 20
    line = error.frames[-1].line if error.frames else None
    return EndingReport(
        Ending.OUT_OF_MEMORY,
        text("The submission asked for more than {megabytes} MiB of memory.", megabytes=megabytes),
        line,
    )


def forbidden(hits: list[m.Hit]) -> EndingReport:
    """Report the first forbidden operation."""
    if not hits:
        sentence = text("The submission uses an operation that this exercise forbids.")
        return EndingReport(Ending.FORBIDDEN, sentence)
    first = hits[0]
    where: Text = text("The submission uses {name}, which this exercise forbids.", name=first.name)
    if first.line is not None:
        where = text(
            "Line {line} uses {name}, which this exercise forbids.", line=first.line, name=first.name
        )
    return EndingReport(Ending.FORBIDDEN, where, first.line)


def crashed(status: Exit | None, limits: Limits) -> EndingReport:
    """Report a runner that vanished: a signal, a limit of the kernel's, or an exit that nobody asked for."""
    if status is None or (status.signal == 0 and not os.WIFEXITED(status.status)):
        return EndingReport(Ending.CRASHED, text("The submission's process ended without an answer."))
    if status.signal == signal.SIGKILL and status.cpu >= ALMOST * limits.cpu_seconds:
        return out_of_cpu(limits)
    if status.signal:
        return ended_by_signal(status.signal)
    code = os.WEXITSTATUS(status.status)
    message = text(
        "The submission's process exited by itself (exit code {code}) instead of answering.", code=code
    )
    return EndingReport(Ending.CRASHED, message)


def hung_up() -> EndingReport:
    """Report a runner that closed its connection and went on running until it was killed."""
    sentence = text("The submission's process closed its connection to the grader and did not end.")
    return EndingReport(Ending.CRASHED, sentence)


def unreadable() -> EndingReport:
    """Report something that the judge could not make sense of although it came in the right form."""
    sentence = text("The grader could not read what the submission's process sent.")
    return EndingReport(Ending.PROTOCOL, sentence)


def out_of_cpu(limits: Limits) -> EndingReport:
    """Report a runner that used up its processor time."""
    message = text(
        "The submission used more than {seconds} s of processor time and was stopped.",
        seconds=f"{limits.cpu_seconds:g}",
    )
    return EndingReport(Ending.TIMED_OUT, message)


def ended_by_signal(number: int) -> EndingReport:
    """Report a runner that a signal ended; SIGSYS is the sandbox's answer to a foreign system call."""
    if number == signal.SIGSYS:
        sentence = text("The submission made a system call that no program here makes, and was stopped.")
        return EndingReport(Ending.CRASHED, sentence)
    name = signal.Signals(number).name if number in SIGNALS else str(number)
    return EndingReport(
        Ending.CRASHED, text("The submission's process was ended by signal {name}.", name=name)
    )
