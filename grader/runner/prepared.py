"""What is the same for every submission to an exercise, made once in the zygote."""

from __future__ import annotations

from functools import lru_cache

import torch
from torch.overrides import resolve_name

from grader.runner import guards, kernels, native, origins
from grader.runner.patterns import Patterns, canonical, spellings


@lru_cache(maxsize=256)
def prepared(patterns: tuple[str, ...]) -> Patterns:
    """Return the patterns with every public name already asked about.

    Called in the zygote for an exercise's list, so that no runner forked from it pays for it again.
    """
    found = Patterns(patterns)
    for name in guards.guarded_names():
        found.covers(name)
    for name, *_ in guards.functions_elsewhere(found.roots):
        found.covers(name)
    for base in covered_operators(found):
        kernels.places(base)
    return found


@lru_cache(maxsize=256)
def covered_operators(patterns: Patterns) -> frozenset[str]:
    """Return the base names of the ATen operators that patterns cover."""
    return frozenset(filter(patterns.covers_operator, native.operator_names()))


def warm() -> None:
    """Build torch's and our tables, once, in a process that others are forked from."""
    origins.known()
    resolve_name(torch.add)
    kernels.is_supported()
    for name in guards.guarded_names():
        spellings(canonical(name).rpartition(".")[2])
