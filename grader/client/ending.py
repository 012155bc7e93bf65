"""How a runner can end before it should, and what it then cannot do any more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from grader.model import Text


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
