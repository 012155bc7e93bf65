"""Texts with parameters in them: Jinja2, kept to showing, comparing and adding numbers.

A template is an author's, and it is filled in the judge's process: it may call nothing, read no attribute,
loop over nothing and set nothing. What has to be computed is a parameter (``expr``), run in the sandbox.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from grader.errors import ContentError
from grader.model import Bilingual
from grader.quiz.question import Both, bilingual

MAX_TEXT = 32_000
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getitem,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.FloorDiv,
    nodes.Neg,
    nodes.Filter,
)
FILTERS: Mapping[str, Callable[[Any], object]] = {"length": len, "repr": repr, "abs": abs}


class _Environment(ImmutableSandboxedEnvironment):
    """Numbers are added and multiplied, nothing else is: a text times a million is no text."""

    intercepted_binops = frozenset({"+", "-", "*", "//"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if not (isinstance(left, (int, float)) and isinstance(right, (int, float))):
            raise TemplateError(f"`{operator}` takes numbers here")
        return super().call_binop(context, operator, left, right)


@cache
def _environment() -> _Environment:
    environment = _Environment(undefined=StrictUndefined, keep_trailing_newline=True)
    environment.globals.clear()
    environment.filters.clear()
    environment.filters.update(FILTERS)
    return environment


@lru_cache(maxsize=4096)
def _compiled(template: str) -> Template:
    """Compile a template once for all seeds; raises `TemplateError` for what texts may not do."""
    for node in _environment().parse(template).find_all(nodes.Node):
        if not isinstance(node, ALLOWED):
            raise TemplateError(f"{type(node).__name__} is not for texts; make it a parameter")
    return _environment().from_string(template)


def render(template: str, values: Mapping[str, object], where: str) -> str:
    """Fill a template; raises `ContentError` saying ``where`` and why it cannot be."""
    if "{" not in template:
        return template
    try:
        filled = _compiled(template).render(values)
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError) as error:
        raise ContentError(f"{where}: {error}.", "docs/quiz.md says what a text may hold.") from error
    if "{{" in filled or "{%" in filled or len(filled) > MAX_TEXT:
        raise ContentError(f"{where}: the filled text still has braces, or has no end.", "Mend the template.")
    return filled


def render_both(words: str | Both, values: Mapping[str, object], where: str) -> Bilingual:
    """Fill a text in both languages."""
    both = bilingual(words)
    return Bilingual(render(both.en, values, f"{where}.en"), render(both.zh, values, f"{where}.zh"))
