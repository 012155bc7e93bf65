"""Property results: built on one device, combined over several."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from grader.claims.falsified import Falsified
from grader.judge.counterexample import counterexample
from grader.judge.limited import explain_error
from grader.judge.properties import Property
from grader.judge.search import Failure, Ran
from grader.judge.verdict import OUTCOMES, worst
from grader.model import (
    Counterexample,
    DeviceOutcome,
    DifferenceKind,
    Exercise,
    Outcome,
    PropertyResult,
    Text,
)


def build(
    prop: Property,
    outcome: Outcome,
    device: str = "cpu",
    found: Counterexample | None = None,
    message: Text | None = None,
) -> PropertyResult:
    """Build a property's result on one device; it earns its points only when held."""
    points = prop.points if outcome is Outcome.HELD else Fraction(0)
    devices = () if outcome is Outcome.NOT_RUN else (DeviceOutcome(device, outcome),)
    return PropertyResult(
        prop.name, prop.title, outcome, points, prop.points, found, message, prop.hint, devices
    )


def result_of(prop: Property, ran: Ran, exercise: Exercise, device: str = "cpu") -> PropertyResult:
    """Turn what happened with a property into its result."""
    if ran.ending:
        return build(prop, OUTCOMES[ran.ending.ending], device, message=ran.ending.text)
    if ran.failure:
        found = counterexample(ran.failure, exercise)
        why = explain_error(ran.failure.error, exercise.limits)
        return build(prop, outcome_of(ran.failure, found), device, found, why)
    return build(prop, Outcome.NOT_RUN if ran.inconclusive else Outcome.HELD, device)


def outcome_of(failure: Failure, found: Counterexample) -> Outcome:
    """Tell a wrong answer from an exception that nobody asked for."""
    raised = found.difference.kind is DifferenceKind.EXCEPTION and not isinstance(failure.error, Falsified)
    return Outcome.RAISED if raised else Outcome.FALSIFIED


def merged(here: PropertyResult, there: PropertyResult) -> PropertyResult:
    """Combine results on two devices: held only if held on both; the failing one is shown."""
    outcome = worst([here.outcome, there.outcome])
    shown = there if there.outcome is not Outcome.HELD else here
    points = here.max_points if outcome is Outcome.HELD else Fraction(0)
    return replace(shown, outcome=outcome, points=points, devices=(*here.devices, *there.devices))
