"""How a claim fails, and how arguments are named in the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from grader.client.proxy import Call, GradientCall, Observation, RemoteObject
from grader.compare.show import compact
from grader.model import Difference, DifferenceKind, Text, text

ARGUMENT = re.compile(r"^args\[(\d+)\]|^kwargs\[(\w+)\]")
NOTHING = object()


class Falsified(AssertionError):
    """A claim does not hold.

    Attributes: `difference`; `call`, the interaction at fault, if it was one; `expected` and
    `actual`, plain values to show, or `NOTHING`.
    """

    def __init__(
        self,
        difference: Difference,
        call: Observation | None = None,
        *,
        expected: Any = NOTHING,
        actual: Any = NOTHING,
    ) -> None:
        super().__init__(str(difference.text))
        self.difference = difference
        self.call = call
        self.expected = expected
        self.actual = actual


@dataclass(frozen=True, slots=True)
class Arguments:
    """Arguments of a call, to be passed around as one thing."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]


def arguments(*args: Any, **kwargs: Any) -> Arguments:
    """Bundle the arguments of a call."""
    return Arguments(args, kwargs)


def argument_name(call: Call | GradientCall, path: str) -> str:
    """Turn ``args[0][1]`` into ``logits[1]`` where the parameters' names are known."""
    found = ARGUMENT.match(path)
    if not found:
        return path
    name = found[2] or (call.parameters[int(found[1])] if int(found[1]) < len(call.parameters) else "")
    return (name or f"argument {int(found[1]) + 1}") + path[found.end() :]


def falsified(
    kind: DifferenceKind, sentence: Text, call: Observation | None = None, **shown: Any
) -> Falsified:
    """Build the exception for a claim that does not hold."""
    return Falsified(Difference(kind, sentence), call, **shown)


def describe_answer(call: Call) -> str:
    """Say in a few words what a call returned."""
    value = call.result
    if value is None:
        return "None"
    if isinstance(value, RemoteObject):
        return value.type_name
    fact = call.tensors.get("result")
    if fact:
        return f"tensor {fact.dtype} {list(fact.shape)}"
    return f"{type(value).__name__} {compact(value, 80)}"[:80]


def record(target: RemoteObject, /, *args: Any, **kwargs: Any) -> Call:
    """Make one call and return everything known about it; a raised exception is in it, not raised."""
    return target.remote_wire.call(target.remote_path, args, kwargs, want_arguments=True)


def start(target: RemoteObject, /, *args: Any, **kwargs: Any) -> Callable[[], Call]:
    """Send one call on its way; the function returned awaits its end."""
    return target.remote_wire.start_call(target.remote_path, args, kwargs)


def returned(call: Call) -> Call:
    """Return the call if it returned, else raise what the submission raised."""
    if call.raised:
        raise call.raised
    return call


def refused(call: Call, expected: type[BaseException]) -> Falsified | None:
    """Return why a call that had to raise `expected` did not do so, or None."""
    if call.raised is None:
        sentence = text(
            "returned {answer}; expected it to raise {expected}.",
            answer=describe_answer(call),
            expected=expected.__name__,
        )
    elif not isinstance(call.raised, expected):
        record = call.raised.record
        sentence = text(
            "raised {got} ({message}); expected {expected}.",
            got=record.type_name,
            message=record.message[:200],
            expected=expected.__name__,
        )
    else:
        return None
    return falsified(DifferenceKind.EXCEPTION, sentence, call)
