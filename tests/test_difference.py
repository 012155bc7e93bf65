"""The first difference between two plain values, and how it reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from grader.compare.difference import difference, gradient_difference, mismatch_mask, plain_difference
from grader.compare.tolerance import expect
from grader.model import DifferenceKind as Kind

NAN, INF = float("nan"), float("inf")


class Liar(Tensor):
    """Says that it equals everything."""

    @classmethod
    def __torch_function__(cls, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        return (
            True
            if func in (torch.equal, torch.allclose)
            else super().__torch_function__(func, types, args, kwargs)
        )


class Handle:
    """Stands for an object that stayed in the runner."""

    def __init__(self, type_name: str) -> None:
        self.type_name = type_name


@dataclass
class Fact:
    device: str


def t(*values: float, dtype: torch.dtype = torch.float64) -> Tensor:
    return torch.tensor(values, dtype=dtype)


DIFFERENT = [
    (None, t(1), Kind.TYPE, "result is None (is a `return` missing?); expected torch.Tensor."),
    (np.ones(2), t(1, 1), Kind.TYPE, "result is a NumPy array; expected a tensor."),
    (np.float64(1), torch.tensor(1.0), Kind.TYPE, "result is a NumPy array; expected a tensor."),
    (1.5, torch.tensor(1.5), Kind.TYPE, "result is the Python number 1.5; expected a tensor."),
    (torch.tensor(1.5), 1.5, Kind.TYPE, "result is a tensor; expected a Python float."),
    (True, 1, Kind.TYPE, "result has type bool; expected int."),
    (1, 1.0, Kind.TYPE, "result has type int; expected float."),
    ([t(1)], t(1), Kind.TYPE, "result has type list; expected torch.Tensor."),
    (t(1), (t(1),), Kind.TYPE, "result has type torch.Tensor; expected tuple."),
    (Handle("LeNet"), t(1), Kind.TYPE, "result has type LeNet; expected torch.Tensor."),
    (Handle("LeNet"), Handle("nets.AlexNet"), Kind.TYPE, "result has type LeNet; expected nets.AlexNet."),
    ((t(1), 2), (t(1), 2.0), Kind.TYPE, "result[1] has type int; expected float."),
    ((1, 2), (1, 2, 3), Kind.SHAPE, "result has 2 items; expected 3."),
    ({"a": 1}, {"a": 1, "b": 2}, Kind.SHAPE, "result lacks the keys 'b'."),
    ({"a": 1, "c": 2}, {"a": 1}, Kind.SHAPE, "result has the keys 'c', which are not expected."),
    (t(1, 2), t(1, 2)[None], Kind.SHAPE, "result has shape [2]; expected [1, 2]."),
    (t(1).view(()), t(1), Kind.SHAPE, "result has shape []; expected [1]."),
    (t(1, dtype=torch.float32), t(1), Kind.DTYPE, "result has dtype float32; expected float64."),
    (torch.tensor([1]), torch.tensor([True]), Kind.DTYPE, "result has dtype int64; expected bool."),
    (t(0.25), t(0.5).view(1), Kind.VALUES, "1 of 1 elements of result differ; the largest difference is 0.25"
     " (relative 0.5) at index [0]: got 0.25, expected 0.5."),
    (t(1, 2, 0), t(1, 0, 0), Kind.VALUES, "1 of 3 elements of result differ; the largest difference is 2.0"
     " (relative inf) at index [1]: got 2.0, expected 0.0."),
    (t(1).view(()), t(1 + 1e-8).view(()), Kind.VALUES,
     "result is 1.0; expected 1.00000001 (the difference is 1e-08)."),
    (torch.tensor([1, 2]), torch.tensor([1, 3]), Kind.VALUES,
     "1 of 2 elements of result differ; the first is at index [1]: got 2, expected 3."),
    (torch.tensor([2**60 + 1]), torch.tensor([2**60]), Kind.VALUES, None),
    (torch.tensor(True), torch.tensor(False), Kind.VALUES, "result is True; expected False."),
    (3, 4, Kind.VALUES, "result is 3; expected 4."),
    (0.5, 0.75, Kind.VALUES, "result is 0.5; expected 0.75 (the difference is 0.25)."),
    ("mean", "sum", Kind.VALUES, "result is 'mean'; expected 'sum'."),
    (torch.Size([1]), torch.Size([2]), Kind.VALUES, "result[0] is 1; expected 2."),
    (torch.float32, torch.float64, Kind.VALUES, "result is torch.float32; expected torch.float64."),
    (np.array(["a"]), np.array(["b"]), Kind.VALUES, "result differs from the expected array."),
    (np.array([1.0, 2.0]), np.array([1.0, 3.0]), Kind.VALUES, None),
    (np.ones(2, np.float32), np.ones(2), Kind.DTYPE, "result has dtype float32; expected float64."),
    (t(1, NAN, NAN), t(1, 2, 3), Kind.NONFINITE,
     "2 of 3 elements of result are NaN and must not be; the first is at index [1], where 2.0 is expected."),
    (t(1, 2), t(1, NAN), Kind.NONFINITE, "1 of 2 elements of result must be NaN or infinite and are not,"
     " or the reverse; the first is at index [1]: got 2.0, expected nan."),
    (t(INF), t(-INF), Kind.NONFINITE, None),
    (NAN, 1.0, Kind.NONFINITE, "result is nan; expected 1.0."),
]  # fmt: skip


@pytest.mark.parametrize(("actual", "expected", "kind", "message"), DIFFERENT)
def test_what_differs_is_said_in_one_sentence(
    actual: Any, expected: Any, kind: Kind, message: str | None
) -> None:
    """Each kind of difference is found as that kind, with what was got and what was expected."""
    found = plain_difference(actual, expected)
    assert found is not None
    assert found.kind is kind
    assert message is None or str(found.text) == message


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (t(0.0), t(-0.0)),
        (t(NAN, INF, -INF), t(NAN, INF, -INF)),
        (NAN, NAN),
        ([1, (2, 3)], (1, [2, 3])),
        (torch.Size([2, 3]), (2, 3)),
        (nn.Parameter(t(1)), t(1)),
        (t(1 + 1e-10), t(1)),
        (torch.empty(0, 3), torch.empty(0, 3)),
        (torch.ones(2, 3).t(), torch.ones(3, 2)),
        ({"a": None, "b": "x"}, {"b": "x", "a": None}),
        (Handle("LeNet"), Handle("LeNet")),
        (torch.tensor([1 + 2j]), torch.tensor([1 + 2j])),
        (np.float64(2), np.float64(2)),
        (slice(1, 2), slice(1, 2)),
    ],
)
def test_what_does_not_matter_is_no_difference(actual: Any, expected: Any) -> None:
    """Strides, sequence classes, signs of zero, parameters and dict order are not judged."""
    assert plain_difference(actual, expected) is None


def test_a_lying_subclass_is_a_type_difference() -> None:
    """A tensor subclass is refused before any of its methods is asked."""
    liar = t(7).as_subclass(Liar)
    assert torch.equal(liar, t(1))
    for found in (plain_difference(liar, t(1)), difference(liar, expect(torch.clone, (t(1),), {}))):
        assert found is not None
        assert found.kind is Kind.TYPE
        assert "subclass" in str(found.text)


def test_the_coarsest_difference_anywhere_comes_first() -> None:
    """A wrong shape in the second result is told before a wrong value in the first."""
    found = plain_difference((t(1), t(1, 2)), (t(5), t(1)))
    assert found is not None
    assert str(found.text) == "result[1] has shape [2]; expected [1]."


def test_names_and_keys_lead_to_the_place() -> None:
    """The sentence names the path inside the result."""
    found = plain_difference({"W": [t(1)]}, {"W": [t(2)]}, name="grads")
    assert found is not None
    assert "grads['W'][0]" in str(found.text)


def test_a_tensor_on_the_wrong_device_is_told() -> None:
    """The device a result had in the runner is compared with the one asked for, index aside."""
    expected = expect(torch.clone, (t(1),), {})
    assert difference(t(1), expected, "cuda", {"result": Fact("cuda:0")}) is None
    found = difference(t(2), expected, "cuda", {"result": Fact("cpu")})
    assert found is not None
    assert found.kind is Kind.DEVICE
    assert str(found.text) == "result is on cpu; expected it on cuda."


@pytest.mark.parametrize(
    ("actual", "expected", "message"),
    [
        (None, t(1), "No gradient reached logits."),
        (t(1), t(2), "1 of 1 elements of logits.grad differ;"),
        (t(1), None, "1 of 1 elements of logits.grad differ;"),
        (t(1, 1), t(1), "logits.grad has shape [2]; expected [1]."),
        (t(NAN), t(1), "1 of 1 elements of logits.grad are NaN"),
    ],
)
def test_wrong_gradients(actual: Tensor | None, expected: Tensor | None, message: str) -> None:
    """A gradient that is missing, misshapen or wrong is a gradient difference."""
    found = gradient_difference(actual, expected, "logits", 1e-6)
    assert found is not None
    assert found.kind is Kind.GRADIENT
    assert str(found.text).startswith(message)


@pytest.mark.parametrize(
    ("actual", "expected"), [(None, None), (None, t(0)), (t(0), None), (t(1 + 1e-7), t(1)), (t(1), t(1))]
)
def test_right_gradients(actual: Tensor | None, expected: Tensor | None) -> None:
    """No gradient is as good as zeros, and only as good as zeros."""
    assert gradient_difference(actual, expected, "w", t(1e-6)) is None


def test_the_mask_follows_the_tolerance_of_an_expectation() -> None:
    """A cell is marked where the rule calls it wrong, not where float32 rounds."""
    x = torch.rand(3, 3)
    expected = expect(lambda a: a.exp().sum(0), (x,), {})
    near = expected.value * (1 + 1e-6)
    assert not bool(mismatch_mask(near, expected).any())  # type: ignore[union-attr]
    assert mismatch_mask(near * t(1, 2, 1), expected).tolist() == [False, True, False]  # type: ignore[union-attr]
    assert mismatch_mask(t(1), t(1, 2)) is None
