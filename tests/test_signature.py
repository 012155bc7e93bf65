"""A target's signature: whoever can be called as the exercise calls is right, however it is written."""

from __future__ import annotations

import inspect

import pytest

from grader.judge.signature import mismatch, parse

EXPECTED = inspect.signature(lambda x, index, dim=0: None)


@pytest.mark.parametrize(
    "got",
    [
        ["x", "index", "dim=0"],
        ["a", "b: Tensor", "dim: int = -1"],
        ["*args", "**kwargs"],
        ["x", "index", "*", "dim=0"],
        ["x", "*rest", "dim=0"],
        ["x", "index", "dim=0", "extra='a, b'"],
        None,
    ],
    ids=str,
)
def test_other_ways_to_take_the_same_arguments_are_right(got: list[str] | None) -> None:
    """Required ones by position and optional ones by name are enough; what cannot be read is not held against it."""
    assert mismatch("f", got, EXPECTED) is None


@pytest.mark.parametrize(
    "got",
    [
        ["x"],
        ["x", "index"],
        ["x", "index", "dim"],
        ["x", "index", "axis=0"],
        ["x", "index", "dim", "extra"],
        ["*", "x", "index", "dim"],
    ],
    ids=str,
)
def test_a_call_that_is_impossible_is_told_with_both_signatures(got: list[str]) -> None:
    """Too few, too many or other names: the sentence shows what there is and what is called."""
    told = str(mismatch("f", got, EXPECTED))

    assert told == f"f({', '.join(got)}) cannot be called as the exercise calls it: f(x, index, dim=0)."


@pytest.mark.parametrize(
    "forged", [["import os"], ["x", "x"], ["x=1", "y"], ["**a", "b"], [""], ["def"], ["None", "x"]], ids=str
)
def test_what_is_no_signature_is_unknown(forged: list[str]) -> None:
    """A runner's text that is no parameter list is never evaluated and means nothing."""
    assert parse(forged) is None
