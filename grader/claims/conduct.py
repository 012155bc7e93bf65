"""Claims about conduct: memory, arguments, global state, effort, and whatever else an author can state."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from grader.claims.falsified import (
    Arguments,
    Falsified,
    argument_name,
    describe_answer,
    falsified,
    record,
    returned,
    start,
)
from grader.client.proxy import Call, RemoteObject
from grader.compare import law
from grader.i18n import authored
from grader.model import Bilingual, Difference, DifferenceKind, text

OPS_SLACK = 2


def assert_inputs_unchanged(target: RemoteObject, /, *args: Any, **kwargs: Any) -> None:
    """Claim that the call writes to no argument: not to tensors, arrays, lists or dicts."""
    call = returned(start(target, *args, **kwargs)())
    if call.mutated:
        names = ", ".join(argument_name(call, path) for path in call.mutated)
        raise falsified(
            DifferenceKind.MUTATION, text("the call changed its argument {names}.", names=names), call
        )


def assert_fresh(target: RemoteObject, /, *args: Any, **kwargs: Any) -> None:
    """Claim that the result has tensors or arrays, and that none shares memory with an argument."""
    call = with_tensors(returned(start(target, *args, **kwargs)()))
    for path, argument in call.aliases:
        name = argument_name(call, argument)
        sentence = text(
            "{path} shares memory with the argument {name}; expected a new tensor.", path=path, name=name
        )
        raise falsified(DifferenceKind.ALIASING, sentence, call)


def with_tensors(call: Call) -> Call:
    """Return the call if there is a tensor in its result: of nothing, nothing can be claimed."""
    if call.tensors or isinstance(call.result, np.ndarray):
        return call
    answer = describe_answer(call)
    raise falsified(DifferenceKind.TYPE, text("returned {answer}; expected a tensor.", answer=answer), call)


def assert_view(target: RemoteObject, /, *args: Any, **kwargs: Any) -> None:
    """Claim that the result has tensors, and that every non-empty one is a view of an argument."""
    call = with_tensors(returned(start(target, *args, **kwargs)()))
    shared = {path for path, _ in call.aliases}
    for path, fact in call.tensors.items():
        if path not in shared and 0 not in fact.shape:
            sentence = text(
                "{path} is a copy; expected a view that shares memory with an argument.", path=path
            )
            raise falsified(DifferenceKind.ALIASING, sentence, call)


def assert_in_place(target: RemoteObject, /, *args: Any, **kwargs: Any) -> None:
    """Claim that the call returns its first argument itself."""
    call = returned(start(target, *args, **kwargs)())
    if call.same_as != "args[0]":
        name = argument_name(call, "args[0]")
        sentence = text("the result is not the argument {name} itself; expected the same object.", name=name)
        raise falsified(DifferenceKind.ALIASING, sentence, call)


def assert_state_unchanged(target: RemoteObject, /, *args: Any, **kwargs: Any) -> None:
    """Claim that the call leaves the random state, defaults and modes of torch alone."""
    call = returned(start(target, *args, **kwargs)())
    if call.state_changed:
        sentence = text("the call changed {state}.", state=", ".join(call.state_changed))
        raise falsified(DifferenceKind.STATE, sentence, call)


def assert_ops_do_not_grow(target: RemoteObject, small: Arguments, large: Arguments) -> None:
    """Claim that more elements cost no more operations: the answer is vectorised, not looped."""
    few = returned(record(target, *small.args, **small.kwargs))
    many = returned(record(target, *large.args, **large.kwargs))
    if many.op_count > few.op_count + OPS_SLACK:
        sentence = text(
            "the call ran {few} operations on the small input and {many} on the larger one; "
            "expected no growth (loop over elements?).",
            few=few.op_count,
            many=many.op_count,
        )
        raise falsified(DifferenceKind.EFFORT, sentence, few)


def assert_allocates_at_most(target: RemoteObject, limit_bytes: int, /, *args: Any, **kwargs: Any) -> None:
    """Claim that the call returns tensors and allocates at most `limit_bytes` bytes of tensor storage."""
    call = with_tensors(returned(record(target, *args, **kwargs)))
    if call.bytes_allocated > limit_bytes:
        sentence = text(
            "the call allocated {got} bytes; at most {limit} are needed.",
            got=call.bytes_allocated,
            limit=limit_bytes,
        )
        raise falsified(DifferenceKind.EFFORT, sentence, call)


def claim(condition: bool, en: str, zh: str = "", **fields: object) -> None:
    """Claim anything else; the sentences say, in both languages, what was got and what was expected."""
    if not condition:
        written = {name: str(value) for name, value in fields.items()}
        sentence = authored(Bilingual(en.format_map(written), zh.format_map(written)))
        raise Falsified(Difference(DifferenceKind.CLAIM, sentence))


def _raise(found: Difference | None) -> None:
    if found:
        raise Falsified(found)


def assert_uniform(sample: torch.Tensor, low: float, high: float) -> None:
    """Claim that a sample is uniform on [low, high] (false alarm at most 1e-9)."""
    _raise(law.uniform_difference(sample, low, high))


def assert_normal(sample: torch.Tensor, mean: float, std: float) -> None:
    """Claim that a sample is normal with this mean and standard deviation (false alarm at most 1e-9)."""
    _raise(law.normal_difference(sample, mean, std))


def assert_uncorrelated(sample: torch.Tensor) -> None:
    """Claim that neighbours and rows of a sample are uncorrelated (false alarm at most 1e-9)."""
    _raise(law.correlation_difference(sample))
