"""What runners execute for the quiz, run here: parameters drawn, listings run, expressions evaluated."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from grader.quiz import program

DRAW = {"name": "topic.name 7", "generator": "", "params": [], "require": []}
PERFORM = {"setup": "", "listing": "", "params": {}, "evals": {}, "entropy": 1}


def draw(**task: Any) -> dict[str, Any]:
    return program.draw({**DRAW, **task})


def perform(**task: Any) -> dict[str, Any]:
    return program.perform({**PERFORM, **task})


def evaluated(expression: str, **task: Any) -> list[str]:
    """Return kind, text and dtype of one expression; fails where it could not be evaluated."""
    done = perform(evals={"key": expression}, **task)
    assert not done["errors"], done["errors"]
    return list(done["values"]["key"])


def test_a_draw_depends_on_its_name_alone() -> None:
    """Equal names give equal parameters, within their ranges, in the order written."""
    params = [["a", "int", [2, 5]], ["b", "pick", [["x"], ["y"]]], ["c", "expr", "a * 10 + len(b)"]]
    values = draw(params=params)

    assert values == draw(params=params)
    assert 2 <= values["a"] <= 5
    assert values["b"] in (["x"], ["y"])
    assert values["c"] == values["a"] * 10 + 1
    names = {draw(params=params, name=f"n {seed}")["a"] for seed in range(60)}
    assert names == {2, 3, 4, 5}


def test_a_draw_is_repeated_until_everything_holds() -> None:
    """Constraints may look into parameters from a comprehension; what never holds is said."""
    params = [["a", "int", [0, 20]]]
    assert draw(params=params, require=["all(a % k == 0 for k in (2, 3))", "a > 0"])["a"] in (6, 12, 18)
    with pytest.raises(program.Unlucky, match="require"):
        draw(params=params, require=["a < 0"])


def test_a_generator_draws_too() -> None:
    """What `generate` returns can be used by later expressions."""
    source = "def generate(rng):\n    return {'xs': [rng.randrange(9) for _ in 'abc']}\n"
    values = draw(generator=source, params=[["n", "expr", "max(xs[i] for i in range(3))"]])
    assert values["n"] == max(values["xs"])


@pytest.mark.parametrize(
    ("expression", "answer"),
    [
        ("x + 1", ["list", "[2, 3]", "torch.int64"]),
        ("x.shape", ["tuple", "(2,)", ""]),
        ("x.dtype", ["str", "torch.int64", ""]),
        ("n * 2", ["int", "6", ""]),
        ("output", ["str", "hello\n", ""]),
        ("raises(lambda: x.view(3))", ["str", "RuntimeError", ""]),
        ("raises(lambda: x)", ["str", "", ""]),
        ("warns(lambda: twice(x))", ["str", "UserWarning", ""]),
        ("warns(lambda: x)", ["str", "", ""]),
        ("__import__('numpy').float32(1.5)", ["float", "1.5", ""]),
        ("None", ["NoneType", "None", ""]),
    ],
)
def test_expressions_see_what_the_program_left(expression: str, answer: list[str]) -> None:
    """Names of the listing and of the setup, parameters, what was printed, and two helpers."""
    setup = "import torch, warnings\ndef twice(x):\n    warnings.warn('twice')\n    return x * 2"
    listing = "x = torch.tensor([1, 2])\nprint('hello')"
    assert evaluated(expression, setup=setup, listing=listing, params={"n": 3}) == answer


def test_functions_of_the_setup_still_work_afterwards() -> None:
    """They find their built-ins where they were defined."""
    assert evaluated("count([1, 2])", setup="def count(x):\n    return len(x)") == ["int", "2", ""]


def test_an_expression_that_fails_is_told_apart() -> None:
    """Its error is kept beside the values of the others."""
    done = perform(listing="a = 1", evals={"good": "a", "bad": "b"})
    assert done["values"]["good"] == ["int", "1", ""]
    assert done["errors"]["bad"].startswith("NameError")
    assert done["torch"] == torch.__version__


@pytest.mark.parametrize(
    ("listing", "line", "name"),
    [
        ("a = 1\nb = a / 0\nc = 2", 2, "ZeroDivisionError"),
        ("def f():\n    raise KeyError(1)\nf()", 2, "KeyError"),
        ("a = 1\nb = (", 2, "SyntaxError"),
        ("import json\njson.loads('{')", 2, "JSONDecodeError"),
    ],
)
def test_the_line_that_raises_is_found(listing: str, line: int, name: str) -> None:
    """The innermost line of the listing, whatever is called from there; names before it are kept."""
    classes, _, at = perform(listing=listing)["raised"]
    assert (classes[0], at) == (name, line)
    assert perform(listing="a = 1")["raised"] is None


def test_two_runs_differ_where_nothing_is_seeded() -> None:
    """The entropy seeds what the program does not."""
    listing = "import torch\nx = torch.rand(2)"
    first, second = (evaluated("x", listing=listing, entropy=entropy) for entropy in (1, 2))
    assert first != second
    assert first == evaluated("x", listing=listing, entropy=1)


def test_programs_are_compared_by_their_answers() -> None:
    """Equal answers are equal texts, long ones too; what raises says so."""
    task = {"setup": "import torch", "params": {}, "eval": "x.tolist()"}
    listings = ["x = torch.ones(2)", "x = torch.zeros(2) + 1", "x = torch.ones(3)", "x = 1 / 0", "y = 1"]
    found = program.compare({**task, "listings": listings})
    assert found[0] == found[1] != found[2]
    assert found[3:] == ["raises ZeroDivisionError", "raises NameError"]

    long = ["x = torch.arange(5000)", "x = torch.arange(5000) + 0", "x = torch.arange(5000).flip(0)"]
    same, again, other = program.compare({**task, "listings": long})
    assert same == again != other
    assert len(same) < 500
