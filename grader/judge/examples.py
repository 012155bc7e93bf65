"""Judging by the public examples alone: in a release, where the hidden properties are not.

An example is an expression about the target, evaluated where the submission is; its answer is compared as
that of a property's call is, with what the reference answered when the release was made.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
import torch

from grader.claims.answers import hold_to
from grader.client.ending import RunnerEnded
from grader.client.proxy import Student
from grader.compare.frozen import Frozen
from grader.content import MemoryContent
from grader.errors import ContentError
from grader.frozen import Bound, Example, Examples
from grader.judge.grading import Grading
from grader.judge.properties import Material, Property, import_file, parameter_names
from grader.judge.search import Bench, Ran
from grader.model import Attempt, Bilingual, Exercise, PropertyResult, Scope, Text, Verdict, text

RAISES = "raises "
TITLE_LENGTH = 50  # with its number, one line of a terminal of 80 columns
VERDICTS = {Verdict.ACCEPTED: Verdict.EXAMPLES_HELD, Verdict.REJECTED: Verdict.EXAMPLES_FELL}


@dataclass(frozen=True, slots=True)
class Case:
    """A public example, ready to be held to: the body of what stands in for a property."""

    example: Example
    expected: Frozen

    def __call__(self, student: Student) -> None:
        """Claim that the example's answer is the frozen one."""
        hold_to(self.expected, student.remote_wire.evaluate(self.example.call), "cpu")


def load_examples(exercise: Exercise, frozen: Examples, shown: str) -> Material:
    """Make of the frozen examples what stands in for the hidden part, and of the stub for the reference."""
    if not frozen.examples:
        raise ContentError(f"{shown} has no example: there is nothing to run here.", "Add one, and freeze.")
    stub = MemoryContent({exercise.slug: frozen.stub.encode()})
    module = import_file(stub, exercise.slug, f"tensorgrade_stub_{exercise.slug}")
    cases = [Case(example, expected(example, shown)) for example in frozen.examples]
    properties = tuple(stand_in(number, case) for number, case in enumerate(cases, start=1))
    return Material(exercise, module, properties, parameter_names(module, exercise.target), Scope.EXAMPLES)


def expected(example: Example, shown: str) -> Frozen:
    """Rebuild the frozen answer of an example."""
    name = example.returns.removeprefix(RAISES)
    if name != example.returns:
        kind = getattr(builtins, name, None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            return Frozen(None, kind())
        raise ContentError(f"{shown}: {name} is no exception that {example.call} can raise.", "Freeze again.")
    bounds = {path: bounds_of(bound, shown) for path, bound in example.bounds.items()}
    return Frozen(value_of(example.returns, shown), None, bounds)


def bounds_of(bound: Bound, shown: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Rebuild how far a right answer may lie from the exact one."""
    return value_of(bound.exact, shown), value_of(bound.within, shown)


def value_of(literal: str, shown: str) -> Any:
    """Evaluate a frozen value; the file is the course's, as trusted as its exercises are."""
    try:
        return eval(literal, {"torch": torch, "np": np})
    except Exception as error:
        problem = f"{shown}: {literal[:80]} is not a value ({error})."
        raise ContentError(problem, "Freeze it again.") from error


def stand_in(number: int, case: Case) -> Property:
    """Make what the grading takes for a property: worth nothing, without a hint."""
    call = " ".join(case.example.call.split())
    short = call if len(call) <= TITLE_LENGTH else f"{call[: TITLE_LENGTH - 1]}…"
    title = Bilingual(f"Example {number}: {short}", f"示例 {number}：{short}")
    return Property(f"example_{number}", case, case, ("student",), title, Fraction(0), None)


class ExampleGrading(Grading):
    """One submission being held to the public examples: on the CPU, without a diagnosis, for no points."""

    def hold(self, bench: Bench, prop: Property) -> Ran:
        """Hold the submission to one example."""
        try:
            failure = bench.attempt(prop, {}, traced=True)
        except RunnerEnded as end:
            return Ran(ending=end.report, observations=tuple(bench.observations))
        return Ran(failure)

    def result_on(self, prop: Property, ran: Ran, device: str) -> PropertyResult:
        """Return what is shown of an example: the call is the whole expression, as its author wrote it."""
        result = Grading.result_on(self, prop, ran, device)
        if result.counterexample is None:
            return result
        call = prop.function.example.call
        found = replace(
            result.counterexample, call=call, inputs=(), replay=replay(call, self.exercise), elements=0
        )
        return replace(result, counterexample=found)

    def refuse_own_fault(self, prop: Property, ran: Ran) -> None:
        """Do nothing: an example has no body that could fail by itself."""

    def fails_on_the_reference(self) -> bool:
        """Without a reference, what we choke on counts as a fault of ours: nothing is lost by that here."""
        return True

    def run_devices(self) -> None:
        """Run nowhere else: examples make their tensors on the CPU."""

    def diagnose(self, bench: Bench) -> None:
        """Diagnose nothing: there are no chaffs here."""

    def diagnose_forbidden(self, sentence: Text) -> None:
        """Diagnose nothing: there are no chaffs here."""

    def attempt(self, bench: Bench) -> Attempt:
        """Put everything together, and say what was not run."""
        attempt = Grading.attempt(self, bench)
        only = text("Only the public examples were run. Hidden properties: not run here.")
        return replace(
            attempt,
            verdict=VERDICTS.get(attempt.verdict, attempt.verdict),
            messages=(*attempt.messages, only),
            scope=Scope.EXAMPLES,
        )


def replay(call: str, exercise: Exercise) -> str:
    """Write Python that evaluates an example."""
    imports = ["import numpy as np", "import torch"] if "np." in call else ["import torch"]
    return "\n".join([*imports, f"from {exercise.slug} import {exercise.target}", "", f"print({call})"])


def grading_of(material: Material) -> Callable[..., Grading]:
    """Return how a submission is graded with this material."""
    return ExampleGrading if material.scope is Scope.EXAMPLES else Grading
