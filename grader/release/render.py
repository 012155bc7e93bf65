"""Asking the reference for the public examples' answers, and for how far a right answer may lie from them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import numpy as np
import torch

from grader.compare import Expected, difference, expect, python_literal
from grader.compare.tolerance import fixed_randomness
from grader.errors import ContentError
from grader.frozen import Bound, Example
from grader.judge.examples import RAISES, expected
from grader.model import Exercise

ANOTHER_SEED = 1
MAY_BE_RAISED = (ValueError, TypeError, IndexError)

Scope = dict[str, Any]
Question = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


def render(exercise: Exercise, calls: tuple[str, ...], reference: ModuleType) -> Iterator[Example]:
    """Yield each example with its answer; one whose answer is not the same each time is a `ContentError`."""
    scope = {"torch": torch, "np": np, exercise.target: getattr(reference, exercise.target)}
    for call in calls:
        with fixed_randomness():
            asked = question(call, exercise.target, scope)
        example = rendered(call, expect(*asked), exercise)
        require_repeatable(example, scope, exercise)
        yield example


def rendered(call: str, answer: Expected, exercise: Exercise) -> Example:
    """Write an answer as Python source, the bounds of its numbers too."""
    if answer.raised is None:
        bounds = {path: Bound(*map(python_literal, pair)) for path, pair in answer.bounds().items()}
        return Example(call, python_literal(answer.value), bounds)
    name = type(answer.raised).__name__
    if not isinstance(answer.raised, MAY_BE_RAISED):
        raise faulty(call, exercise, f"it fails: {name}: {answer.raised}")
    return Example(call, RAISES + name)


def require_repeatable(example: Example, scope: Scope, exercise: Exercise) -> None:
    """Raise `ContentError` where the reference would fall: another seed, another answer, or no value."""
    frozen = expected(example, f"the example {example.call} of {exercise.slug}")
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(ANOTHER_SEED)
        try:
            again = eval(example.call, dict(scope))
        except MAY_BE_RAISED as error:
            if type(frozen.raised) is type(error):
                return
            raise faulty(example.call, exercise, f"asked again, it raises {type(error).__name__}") from error
    found = difference(again, frozen)
    if found is not None:
        raise faulty(example.call, exercise, f"asked again, it answers something else: {found.text}")


def faulty(call: str, exercise: Exercise, why: str) -> ContentError:
    """Say what is wrong with an example."""
    hint = "Mend it in exercise.toml; an example's answer must not depend on the random state."
    problem = f"The example {call} of {exercise.slug} cannot be released: {why}".rstrip(".")
    return ContentError(f"{problem}.", hint)


def question(call: str, target: str, scope: Scope) -> Question:
    """Read a call as a function and its arguments, which can be moved to find how far answers may lie.

    What is no call of the target or of a ``lambda`` is a question without arguments: they count as exact.
    """
    node = ast.parse(call, mode="eval").body
    if not isinstance(node, ast.Call) or not _is_asked(node, target):
        return (lambda: eval(call, dict(scope))), (), {}
    args = tuple(_value(argument, scope) for argument in node.args)
    kwargs = {str(keyword.arg): _value(keyword.value, scope) for keyword in node.keywords}
    return _value(node.func, scope), args, kwargs


def _is_asked(node: ast.Call, target: str) -> bool:
    """Tell whether this is a plain call of the target or of a function of its own, about plain arguments."""
    arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
    is_callee = isinstance(node.func, ast.Lambda) or (
        isinstance(node.func, ast.Name) and node.func.id == target
    )
    starred = any(isinstance(one, ast.Starred) for one in node.args) or None in [k.arg for k in node.keywords]
    return is_callee and not starred and not any(_mentions(argument, target) for argument in arguments)


def _mentions(node: ast.AST, target: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == target for part in ast.walk(node))


def _value(node: ast.expr, scope: Scope) -> Any:
    return eval(compile(ast.Expression(node), "<example>", "eval"), dict(scope))
