"""Keeping out of a draw what depends on which source files this process happens to have imported.

Hypothesis also draws the numbers and strings that stand in imported source files outside site-packages:
another exercise's reference, but not a sealed one. Draws must be the same in every process. There is no
public switch for it; a Hypothesis that has other names inside draws as it likes, and nothing else suffers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

Replaced = tuple[object, str, Any]


@contextmanager
def only_own_constants() -> Iterator[None]:
    """Let Hypothesis draw its own constants and no file's."""
    with ExitStack() as stack:
        for owner, name, value in _replaced():
            stack.enter_context(patch.object(owner, name, value))
        yield


@cache
def _replaced() -> tuple[Replaced, ...]:
    try:
        from hypothesis.internal.cache import LRUCache
        from hypothesis.internal.conjecture import providers
        from hypothesis.internal.constants_ast import Constants
    except ImportError:
        return ()
    found: tuple[Replaced, ...] = (
        (getattr(providers, "HypothesisProvider", None), "_local_constants", Constants()),
        (providers, "CONSTANTS_CACHE", LRUCache(1024)),
    )
    return found if all(hasattr(owner, name) for owner, name, _ in found) else ()
