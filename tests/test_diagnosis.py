"""Diagnosis and devices: which answers are the same answer, and what a second device may conclude."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from grader.claims.falsified import Falsified
from grader.judge.devices import device_bug, plan
from grader.judge.diagnosis import same_value
from grader.judge.search import Failure
from grader.model import Difference, DifferenceKind, text

ONES = torch.ones(2)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (1.0, 1.0 + 1e-12),
        (float("nan"), float("nan")),
        ([1, (2.0, "x")], (1, [2.0, "x"])),
        ({"a": ONES}, {"a": ONES.clone()}),
        (np.arange(3), np.arange(3)),
        (ONES, ONES + 1e-7),
        (torch.tensor([float("nan"), float("inf")]), torch.tensor([float("nan"), float("inf")])),
        (torch.Generator(), torch.Generator().manual_seed(3)),
        (None, None),
    ],
)
def test_equal_answers_are_the_same_mistake(a: Any, b: Any) -> None:
    """Rounding, containers and the state of a generator do not tell two mistakes apart."""
    assert same_value(a, b, False)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (1.0, 1.1),
        (1, 1.0),
        ([1, 2], [1]),
        ({"a": 1}, {"b": 1}),
        ({"a": 1}, {"a": 2}),
        (np.arange(3), np.arange(3.0)),
        (np.arange(3), np.arange(4)),
        (ONES, ONES.double()),
        (ONES, torch.ones(1, 2)),
        (ONES, ONES * 2),
        (torch.tensor([1, 2]), torch.tensor([1, 3])),
        (ONES, None),
    ],
)
def test_other_answers_are_another_mistake(a: Any, b: Any) -> None:
    """Type, dtype, shape, keys and values tell mistakes apart."""
    assert not same_value(a, b, False)


def test_samples_of_one_law_are_one_mistake_only_by_law() -> None:
    """Two random answers differ element by element; where the law counts, the law is compared."""
    first, second = torch.rand(5000), torch.rand(5000)

    assert same_value(first, second, True)
    assert not same_value(first, second, False)
    assert not same_value(first, second * 2, True)


@pytest.mark.parametrize(
    ("asked", "cuda", "devices"),
    [
        ("cpu", True, ["cpu ran"]),
        ("auto", True, ["cpu ran", "cuda ran"]),
        ("cuda", True, ["cpu ran", "cuda ran"]),
        ("auto", False, ["cpu ran", "simulated simulated", "cuda absent"]),
    ],
)
def test_the_plan_says_what_runs_where(
    asked: str, cuda: bool, devices: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real second device replaces the simulated one, and one that is absent is never shown as run."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)

    assert [f"{run.device} {run.state.value}" for run in plan(asked)] == devices


def test_only_a_device_bug_counts_on_the_simulated_device() -> None:
    """A result on the wrong device is one; wrong values there may be the simulation's own doing."""

    def failed(kind: DifferenceKind) -> Failure:
        return Failure(Falsified(Difference(kind, text("no"))), {}, ())

    misplaced = failed(DifferenceKind.DEVICE)

    assert device_bug(misplaced, ()) is misplaced.error
    assert device_bug(failed(DifferenceKind.VALUES), ()) is None
    assert device_bug(Failure(ValueError(), {}, ()), ()) is None
    assert device_bug(None, ()) is None
