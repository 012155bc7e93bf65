"""Facts of a call, found in the runner: what was written to, what is shared, whatever holds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from grader.runner.facts import ArgumentWatch
from grader.runner.objects import Placement


def watch(*args: Any, **kwargs: Any) -> ArgumentWatch:
    """Watch the arguments of a call on the CPU."""
    return ArgumentWatch(list(args), kwargs, Placement("cpu"))


def test_a_call_that_writes_nothing_mutates_nothing() -> None:
    """Reading is no mutation, in any kind of argument."""
    watched = watch(torch.ones(2), np.ones(2), [1, [2]], {"a": (torch.ones(1),)}, option={"b": 3})

    assert watched.mutated() == []


@pytest.mark.parametrize(
    ("write", "paths"),
    [
        (lambda given: given["x"].mul_(2), ["kwargs[x]"]),
        (lambda given: given["table"]["row"].mul_(2), ["kwargs[table]['row']"]),
        (lambda given: given["array"].__setitem__(0, 7), ["kwargs[array]"]),
        (lambda given: given["array"].resize((4, 1)), ["kwargs[array]"]),
        (lambda given: given["table"].update(other=1), ["kwargs[table]"]),
        (lambda given: given["table"].update(row=torch.ones(2)), ["kwargs[table]"]),
        (lambda given: given["table"]["list"].append(1), ["kwargs[table]['list']"]),
        (lambda given: given["table"]["list"].reverse(), ["kwargs[table]['list']"]),
        (lambda given: given["x"].t_(), ["kwargs[x]"]),
    ],
)
def test_what_was_written_to_is_named(write: Callable[[dict[str, Any]], object], paths: list[str]) -> None:
    """Bytes, layouts and items count, however deep they are; equal items that are other objects count, too."""
    given = {
        "x": torch.tensor([[1.0, 2.0, 3.0]]),
        "array": np.arange(4.0),
        "table": {"row": torch.ones(2), "list": [object(), object()]},
    }
    watched = watch(**given)

    write(given)

    assert watched.mutated() == paths


def test_shared_memory_is_found_across_tensors_and_arrays() -> None:
    """A tensor over an array's memory is that array's alias; neighbours in memory are not."""
    array = np.arange(6.0)
    watched = watch(array[:3], other=array[3:])

    shared = watched.aliases([("result[0]", torch.from_numpy(array[3:])), ("result[1]", array[1:2].copy())])

    assert ("result[0]", "kwargs[other]") in shared
    assert all(path == "result[0]" for path, _ in shared)
    assert watch(array[:3]).aliases([("result", array[3:])]) == []
