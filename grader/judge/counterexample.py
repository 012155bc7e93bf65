"""From a failing example to the counterexample a student reads: named inputs, both answers, replay code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch

from grader.claims.falsified import NOTHING, Falsified
from grader.client.proxy import Call, GradientCall, Observation, RemoteObject
from grader.client.raised import StudentRaised
from grader.compare import count_elements, python_literal, show
from grader.judge.search import Failure
from grader.model import Counterexample, Difference, DifferenceKind, Exercise, Shown, Text, text

MAX_LITERAL_ELEMENTS = 64
MAX_INLINE = 40


def counterexample(failure: Failure, exercise: Exercise) -> Counterexample:
    """Render a failing example; no tensor leaves the judge."""
    error = failure.error
    call = failing_call(failure)
    named = list(named_arguments(call)) if call else list(failure.example.items())
    expected, actual = shown_answers(error, call)
    return Counterexample(
        call=call_text(call, failure.observations) if call else exercise.target,
        inputs=tuple((name, show(value)) for name, value in named if not is_inline(value)),
        expected=expected,
        actual=actual,
        difference=difference_of(error, failure),
        elements=sum(count_elements(value) for _, value in named),
        minimal=failure.minimal,
        replay=replay(call, failure.observations, exercise),
    )


def failing_call(failure: Failure) -> Observation | None:
    """Return the call at fault: the claim's own, else the last one made."""
    if isinstance(failure.error, Falsified) and failure.error.call is not None:
        return failure.error.call
    calls = [o for o in failure.observations if isinstance(o, GradientCall) or o.args or o.kwargs or o.raised]
    return calls[-1] if calls else None


def difference_of(error: Exception, failure: Failure) -> Difference:
    """Say how the example failed."""
    if not failure.repeatable:
        sentence = text(
            "this example failed once and held when it was repeated: the answers change from call to call."
        )
        return Difference(plain_difference(error).kind, sentence)
    return plain_difference(error)


def plain_difference(error: Exception) -> Difference:
    """Say how an exception in a property's body speaks about the submission."""
    if isinstance(error, Falsified):
        return error.difference
    if isinstance(error, StudentRaised):
        return Difference(DifferenceKind.EXCEPTION, raised_text(error))
    if isinstance(error, AssertionError):
        return Difference(DifferenceKind.CLAIM, text("{message}", message=error))
    what = f"{type(error).__name__}: {error}"
    return Difference(
        DifferenceKind.TYPE, text("the answer cannot be used as this property uses it ({what}).", what=what)
    )


def raised_text(error: StudentRaised) -> Text:
    """Say what the submission raised, and on which of its lines."""
    record = error.record
    if record.type_name == "NotImplementedError":
        return text("it is not written yet: it raised NotImplementedError.")
    if record.type_name == "EOFError":
        return text("it raised EOFError: there is nobody to answer input() here; use the arguments.")
    fields = {"got": record.type_name, "message": record.message[:400]}
    if error.line is None:
        return text("raised {got}: {message}", **fields)
    return text("raised {got} in line {line}: {message}", line=error.line, **fields)


def shown_answers(error: Exception, call: Observation | None) -> tuple[Shown | None, Shown | None]:
    """Render expected and actual, where there are such."""
    if isinstance(error, Falsified):
        expected = None if error.expected is NOTHING else show(error.expected)
        if error.actual is not NOTHING:
            against = None if error.expected is NOTHING else error.expected
            return expected, show(error.actual, against=against)
        if isinstance(call, Call) and call.raised is None and error.call is call:
            return expected, show(call.result)
        return expected, None
    return None, None


def named_arguments(call: Observation) -> Iterator[tuple[str, Any]]:
    """Yield a call's arguments with the parameters' names where they are known."""
    for index, value in enumerate(call.args):
        yield call.parameters[index] if index < len(call.parameters) else f"arg{index + 1}", value
    yield from call.kwargs.items()


def is_inline(value: Any) -> bool:
    """Tell whether an argument is short enough to stand in the call itself."""
    if isinstance(value, (torch.Tensor, np.ndarray, np.generic)) or count_elements(value):
        return False
    return len(repr(value)) <= MAX_INLINE


def argument_text(call: Observation) -> str:
    """Write the arguments of a call: short ones themselves, others by name."""
    positional = [
        repr(value) if is_inline(value) else name
        for (name, value), _ in zip(named_arguments(call), call.args, strict=False)
    ]
    keyword = [
        f"{name}={value!r}" if is_inline(value) else f"{name}={name}" for name, value in call.kwargs.items()
    ]
    return ", ".join(positional + keyword)


def call_text(call: Observation, observations: Sequence[Observation]) -> str:
    """Write a call as its reader would."""
    return f"{target_text(call, observations)}({argument_text(call)})"


def target_text(call: Observation, observations: Sequence[Observation]) -> str:
    """Write what was called: a name of the submission, or the expression that made the object."""
    names = ".".join(call.path.names)
    if call.path.root < 0:
        return names
    maker = maker_of(call.path.root, observations)
    base = (
        call_text(maker, observations)
        if maker and not isinstance(maker, GradientCall) and maker.name
        else "it"
    )
    return f"{base}.{names}" if names else base


def maker_of(handle: int, observations: Sequence[Observation]) -> Observation | None:
    """Return the call that returned this object."""
    for made in observations:
        result = getattr(made, "result", None)
        if isinstance(result, RemoteObject) and result.remote_path.root == handle and made.path.root < 0:
            return made
    return None


def replay(call: Observation | None, observations: Sequence[Observation], exercise: Exercise) -> str:
    """Write Python that repeats the failing call, or nothing where its inputs are too large to write."""
    if call is None or any(
        count_elements(value) > MAX_LITERAL_ELEMENTS for _, value in named_arguments(call)
    ):
        return ""
    made = call_text(call, observations)
    given_lines = [
        f"{name} = {python_literal(value)}" for name, value in named_arguments(call) if not is_inline(value)
    ]
    uses_numpy = any("np." in line for line in (*given_lines, made))
    imports = ["import numpy as np", "import torch"] if uses_numpy else ["import torch"]
    lines = [*imports, f"from {exercise.slug} import {exercise.target}", "", *given_lines]
    if isinstance(call, GradientCall):
        # Asked of tensors only: an object in the runner would be asked there.
        given = [(name, value) for name, value in named_arguments(call) if isinstance(value, torch.Tensor)]
        names = [name for name, value in given if value.is_floating_point()]
        lines += [f"{name}.requires_grad_()" for name in names]
        seeds = ", ".join(python_literal(value) for value in call.cotangents)
        return "\n".join(
            [
                *lines,
                f"result = {made}",
                f"print(torch.autograd.grad(result, [{', '.join(names)}], [{seeds}]))",
            ]
        )
    return "\n".join([*lines, f"print({made})"])
