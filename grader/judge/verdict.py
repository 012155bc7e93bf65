"""From outcomes to a verdict. Pure: no clock, no files, no torch."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from grader.client.ending import Ending
from grader.model import Outcome, PropertyResult, Verdict

OUTCOMES = {
    Ending.CRASHED: Outcome.RAISED,
    Ending.PROTOCOL: Outcome.RAISED,
    Ending.OUT_OF_MEMORY: Outcome.RAISED,
    Ending.TIMED_OUT: Outcome.TIMED_OUT,
    Ending.OUT_OF_TIME: Outcome.TIMED_OUT,
    Ending.FORBIDDEN: Outcome.NOT_RUN,
}
VERDICTS = {
    Ending.FORBIDDEN: Verdict.FORBIDDEN,
    Ending.CRASHED: Verdict.CRASHED,
    Ending.PROTOCOL: Verdict.CRASHED,
    Ending.OUT_OF_MEMORY: Verdict.OUT_OF_MEMORY,
    Ending.TIMED_OUT: Verdict.TIMED_OUT,
    Ending.OUT_OF_TIME: Verdict.TIMED_OUT,
}


def decide(results: Sequence[PropertyResult], endings: Sequence[Ending], *, fault: bool) -> Verdict:
    """Apply the rules in order; the first that fits decides.

    A fault of ours, then the endings in the order of `VERDICTS`, then what the points say.
    """
    if fault:
        return Verdict.GRADER_FAULT
    for ending, verdict in VERDICTS.items():
        if ending in endings:
            return verdict
    if all(result.outcome is Outcome.HELD for result in results):
        return Verdict.ACCEPTED
    return Verdict.PARTIAL if total(results) > 0 else Verdict.REJECTED


def total(results: Sequence[PropertyResult]) -> Fraction:
    """Add up the points, exactly."""
    return sum((result.points for result in results), Fraction(0))


def worst(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the outcome over several devices: held only if held on each that ran."""
    ran = [outcome for outcome in outcomes if outcome is not Outcome.NOT_RUN]
    return next(
        (outcome for outcome in ran if outcome is not Outcome.HELD), Outcome.HELD if ran else Outcome.NOT_RUN
    )
