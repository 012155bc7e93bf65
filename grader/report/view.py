"""The one place that decides what a reader may see of an attempt."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from grader.course import Course
from grader.model import Attempt, Outcome, PropertyResult


class Feedback(Enum):
    """How much a reader is told; each level tells everything the next one does."""

    COUNTEREXAMPLE = "counterexample"
    HINT = "hint"
    SCORE = "score"


def view(attempt: Attempt, feedback: Feedback) -> Attempt:
    """Return the attempt without the details that this level of feedback holds back.

    Below COUNTEREXAMPLE what the student's code said goes too, exceptions and printed output alike:
    it can quote the hidden inputs. Verdict, outcomes, points and the verdict's messages always stay.
    """
    if feedback is Feedback.COUNTEREXAMPLE:
        return attempt
    results = tuple(_without_details(result, feedback) for result in attempt.results)
    diagnosis = attempt.diagnosis if feedback is Feedback.HINT else None
    return replace(attempt, results=results, diagnosis=diagnosis, output="", output_truncated=False)


def view_course(course: Course, feedback: Feedback) -> Course:
    """Return the course with every attempt as this level of feedback shows it."""
    return replace(course, attempts=tuple(view(attempt, feedback) for attempt in course.attempts))


def _without_details(result: PropertyResult, feedback: Feedback) -> PropertyResult:
    hint = result.hint if feedback is Feedback.HINT else None
    return replace(result, counterexample=None, message=None, hint=hint)


def first_fallen(attempt: Attempt) -> PropertyResult | None:
    """Return the property to mend first: the first with a counterexample, else the first that fell."""
    fallen = [result for result in attempt.results if result.outcome not in (Outcome.HELD, Outcome.NOT_RUN)]
    shown = [result for result in fallen if result.counterexample]
    return next(iter(shown or fallen), None)
