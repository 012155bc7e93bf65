"""An answered question as it is stored: who, when, what it gives now, and why it gives that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from grader.quiz.scoring import Result


class Decision(Enum):
    """Why a result gives what it gives: its marks, or what an instructor decided about the question."""

    MARKED = "marked"
    FULL = "full"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Answered:
    """One stored result. ``id`` is the number of its row, 0 where it is in no gradebook."""

    result: Result
    answered_at: datetime
    id: int = 0
    decision: Decision = Decision.MARKED

    @property
    def student(self) -> str:
        """Who answered."""
        return self.result.response.student

    @property
    def question(self) -> str:
        """Which question, whatever its seed."""
        return self.result.response.question
