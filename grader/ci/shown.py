"""What may leave the runner: no name of a hidden file, of a property's function or of a chaff, ever.

What else is told is the level of feedback's affair; `grader.report.view` decides it for all reports.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from grader.model import Attempt, Bilingual, Diagnosis, PropertyResult, Text, Verdict, text
from grader.report.view import Feedback, view

FAULT = text(
    "This is a fault in the grader, not in your code. Ask your instructor to run it again; nothing is lost."
)


def shown(attempts: Iterable[Attempt], feedback: Feedback) -> tuple[Attempt, ...]:
    """Return the attempts as they may be shown where everybody who can see the runner can see them."""
    return tuple(_shown(attempt, feedback) for attempt in attempts)


def _shown(attempt: Attempt, feedback: Feedback) -> Attempt:
    seen = view(attempt, feedback)
    results = tuple(_result(result, number, feedback) for number, result in enumerate(seen.results, start=1))
    return replace(seen, results=results, diagnosis=_diagnosis(seen.diagnosis), messages=_messages(attempt))


def _result(result: PropertyResult, number: int, feedback: Feedback) -> PropertyResult:
    """Give a property a number for a name; at the level of scores its sentence goes, too."""
    numbered = Bilingual(f"Property {number}", f"性质 {number}")
    title = numbered if feedback is Feedback.SCORE else result.title
    return replace(result, name=f"property_{number}", title=title)


def _diagnosis(found: Diagnosis | None) -> Diagnosis | None:
    return replace(found, chaff="misconception") if found else None


def _messages(attempt: Attempt) -> tuple[Text, ...]:
    # What went wrong within the grader may quote a property: its name, its text, a hidden value.
    return (FAULT,) if attempt.verdict is Verdict.GRADER_FAULT else attempt.messages
