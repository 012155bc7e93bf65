"""Which level the layers that hold amount to."""

from __future__ import annotations

from collections.abc import Collection

from grader.model import Level
from grader.wire.plan import LANDLOCK, NAMESPACES, SECCOMP


def level_of(layers: Collection[str]) -> Level:
    """Return the level that `layers` amount to: each one needs what keeps its promise."""
    if {NAMESPACES, SECCOMP} <= set(layers):
        return Level.FULL
    if {LANDLOCK, SECCOMP} <= set(layers):
        return Level.FILTERED
    return Level.THIN if SECCOMP in layers else Level.NONE
