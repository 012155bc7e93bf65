"""Claims: what a property says of a call holds or is falsified, with the kind and the sentence a reader needs."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
from torch import Tensor

from grader.claims.answers import assert_gradients_match
from grader.claims.conduct import assert_view
from grader.claims.falsified import Falsified
from grader.client.proxy import RemoteObject, Student
from grader.client.session import Session
from grader.client.zygote import Zygote
from grader.model import Bilingual, DifferenceKind, Exercise, Limits

Opener = Callable[..., RemoteObject]


@pytest.fixture
def student(zygote: Zygote) -> Iterator[Opener]:
    """Return a function that gives the ``f`` of a source, and closes its session in the end."""
    sessions = []

    def f(source: str, *parameters: str) -> RemoteObject:
        nothing = Bilingual("", "")
        limits = Limits(call_seconds=20)
        exercise = Exercise("probe", nothing, "f", "M00", 1, nothing, (), limits=limits)
        sessions.append(Session(zygote, exercise, "import torch\n" + textwrap.dedent(source)))
        opened = Student(sessions[-1])
        opened.remote_wire.parameters = {"f": list(parameters)}
        return opened.f

    yield f
    for session in sessions:
        session.close()


def scaled(xs: list[Tensor], scale: Tensor, shift: Tensor | None = None) -> dict[str, Any]:
    """A reference with a list, a tensor and an option, and a dict as its answer."""
    total = xs[0] * scale + xs[1]
    return {"total": total if shift is None else total + shift, "count": len(xs)}


RIGHT = """
    def f(xs, scale, shift=None):
        total = torch.addcmul(xs[1], xs[0], scale)
        return {"total": total if shift is None else shift + total, "count": 2}
"""


def arguments() -> tuple[list[Tensor], Tensor]:
    """Two summands and a factor."""
    return [torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0])], torch.tensor([5.0, 6.0])


def test_gradients_are_compared_wherever_tensors_are(student: Opener) -> None:
    """Tensors in a list, by keyword and in a dict of answers are differentiated as any other."""
    xs, scale = arguments()

    assert_gradients_match(student(RIGHT, "xs", "scale", "shift"), scaled, xs, scale, shift=torch.ones(2))


@pytest.mark.parametrize(
    ("wrong", "kind", "words"),
    [
        ("(xs[0].detach() * scale + xs[1]) + shift", DifferenceKind.GRADIENT, "xs"),
        ("xs[0] * scale + xs[1] + shift.detach()", DifferenceKind.GRADIENT, "shift"),
        ("(xs[0] * scale + xs[1] + shift).detach()", DifferenceKind.GRADIENT, "carries no gradient"),
        ("(xs[0] * scale + xs[1] + shift).sum()", DifferenceKind.SHAPE, "[[]]; expected [[2]]"),
        ("3", DifferenceKind.TYPE, "no floating-point tensor"),
    ],
)
def test_a_wrong_gradient_is_told_by_its_argument(
    student: Opener, wrong: str, kind: DifferenceKind, words: str
) -> None:
    """Cut off from one argument, from all, of another shape or without a tensor: each has its sentence."""
    source = f'def f(xs, scale, shift=None):\n    return {{"total": {wrong}, "count": 2}}\n'
    xs, scale = arguments()

    with pytest.raises(Falsified) as caught:
        assert_gradients_match(
            student(source, "xs", "scale", "shift"), scaled, xs, scale, shift=torch.ones(2)
        )

    assert caught.value.difference.kind is kind
    assert words in str(caught.value.difference.text)


@pytest.mark.parametrize("wrt", [("scale",), (1,), ("shift", 1)])
def test_only_what_is_asked_for_is_compared(student: Opener, wrt: tuple[str | int, ...]) -> None:
    """`wrt` names arguments or counts them; what it leaves out may have any gradient."""
    source = """
        def f(xs, scale, shift=None):
            return {"total": xs[0].detach() * scale + xs[1].detach() + shift, "count": 2}
    """
    xs, scale = arguments()
    f = student(source, "xs", "scale", "shift")

    assert_gradients_match(f, scaled, xs, scale, shift=torch.ones(2), wrt=wrt)
    with pytest.raises(Falsified):
        assert_gradients_match(f, scaled, xs, scale, shift=torch.ones(2), wrt=(*wrt, "xs"))


def test_a_reference_that_refuses_is_the_properties_mistake(student: Opener) -> None:
    """Where the reference raises there is no gradient to compare: its exception comes out as it is."""

    def refusing(x: Tensor) -> Tensor:
        raise ZeroDivisionError("no such input")

    with pytest.raises(ZeroDivisionError, match="no such input"):
        assert_gradients_match(student("def f(x):\n    return x\n", "x"), refusing, torch.ones(2))


@pytest.mark.parametrize("answer", ["x.t()", "x[0]", "(x[1:], x[:, :1])", "x[:0].clone()"])
def test_a_view_shares_memory(student: Opener, answer: str) -> None:
    """Every part that has elements looks at the argument's memory."""
    assert_view(student(f"def f(x):\n    return {answer}\n", "x"), torch.ones(2, 3))


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        ("x.clone()", DifferenceKind.ALIASING, "result is a copy"),
        ("(x[0], x[0] + 0)", DifferenceKind.ALIASING, "result[1] is a copy"),
        ("3", DifferenceKind.TYPE, "expected a tensor"),
    ],
)
def test_a_copy_is_no_view(student: Opener, answer: str, kind: DifferenceKind, words: str) -> None:
    """The part that is a copy is named; an answer without a tensor is no view of anything."""
    with pytest.raises(Falsified) as caught:
        assert_view(student(f"def f(x):\n    return {answer}\n", "x"), torch.ones(2, 3))

    assert caught.value.difference.kind is kind
    assert words in str(caught.value.difference.text)
