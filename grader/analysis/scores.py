"""Who reached which share of which question: the first time, as a sparse table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.analysis.figures import average
from grader.quiz.answered import Answered


@dataclass(frozen=True, slots=True)
class Scores:
    """Each student's share of each question met, 0 to 1, and the answer it comes from."""

    answers: Mapping[str, Mapping[str, Answered]]
    questions: tuple[str, ...]

    @property
    def students(self) -> tuple[str, ...]:
        """Everybody who answered something."""
        return tuple(self.answers)

    def share(self, student: str, question: str) -> float:
        """Return what a student reached of a question that was met."""
        return share_of(self.answers[student][question])

    def of_question(self, question: str) -> tuple[Answered, ...]:
        """Return the answers to a question."""
        return tuple(own[question] for own in self.answers.values() if question in own)

    def rest(self, student: str, question: str) -> float | None:
        """Return how a student did on all other questions that were met; None where there are none."""
        others = [share_of(one) for name, one in self.answers[student].items() if name != question]
        return average(others) if others else None

    def total(self, student: str) -> float:
        """Return how a student did on everything that was met."""
        return average([share_of(one) for one in self.answers[student].values()])

    def complete(self) -> Sequence[Sequence[float]]:
        """Return the shares of the students who met every question, in the order of ``questions``."""
        everything = frozenset(self.questions)
        whole = (student for student, own in self.answers.items() if everything <= own.keys())
        return [[self.share(student, question) for question in self.questions] for student in whole]


def scores(answers: Iterable[Answered]) -> Scores:
    """Take each student's first answer to each question that still counts."""
    first: dict[str, dict[str, Answered]] = {}
    for one in sorted(answers, key=lambda one: (one.answered_at, one.id)):
        if one.result.max_points:
            first.setdefault(one.student, {}).setdefault(one.question, one)
    questions = sorted({question for own in first.values() for question in own})
    return Scores(dict(sorted(first.items())), tuple(questions))


def share_of(answer: Answered) -> float:
    """Return the share of the points that an answer reached."""
    return float(answer.result.points / answer.result.max_points)
