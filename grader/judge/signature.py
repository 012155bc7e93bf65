"""Holding a target's signature to the stub's: can it be called in every way the exercise calls it?"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence

from grader.model import Text, text

STARRED = {1: inspect.Parameter.VAR_POSITIONAL, 2: inspect.Parameter.VAR_KEYWORD}


def parse(parameters: Sequence[str]) -> inspect.Signature | None:
    """Build a signature from parameters as the runner wrote them; None if they cannot be read.

    The parameters are a submission's text, so they are never evaluated: only names, stars and the
    presence of a default are taken from them.
    """
    try:
        return inspect.Signature(list(read_parameters(parameters)))
    except ValueError:  # a reserved name, a second ``*args``, an order that Python does not have
        return None


def read_parameters(parameters: Sequence[str]) -> Iterator[inspect.Parameter]:
    """Yield the parameters as Python knows them; raise ValueError where one cannot be read."""
    kind: inspect._ParameterKind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    for written in parameters:
        if written == "*":
            kind = inspect.Parameter.KEYWORD_ONLY
            continue
        stars = len(written) - len(written.lstrip("*"))
        head, _, default = written.lstrip("*").partition("=")
        here = STARRED.get(stars, kind)
        has_default = bool(default) and stars == 0
        name = head.split(":")[0].strip()
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a name")
        yield inspect.Parameter(name, here, default=None if has_default else inspect.Parameter.empty)
        if stars == 1:
            kind = inspect.Parameter.KEYWORD_ONLY


def mismatch(target: str, got: Sequence[str] | None, expected: inspect.Signature) -> Text | None:
    """Say how a target's parameters differ where that makes a legal call impossible, else None."""
    signature = parse(got) if got is not None else None
    if signature is None or got is None or accepts(signature, expected):
        return None
    return text(
        "{target}({got}) cannot be called as the exercise calls it: {target}({expected}).",
        target=target,
        got=", ".join(got),
        expected=", ".join(str(parameter) for parameter in expected.parameters.values()),
    )


def accepts(signature: inspect.Signature, expected: inspect.Signature) -> bool:
    """Tell whether the required arguments bind by position, and all of them with optional ones by name."""
    required = [
        p for p in expected.parameters.values() if p.default is p.empty and p.kind is p.POSITIONAL_OR_KEYWORD
    ]
    optional = [p.name for p in expected.parameters.values() if p.default is not p.empty]
    try:
        signature.bind(*required)
        signature.bind(*required, **dict.fromkeys(optional))
    except TypeError:
        return False
    return True
