"""Keeping things out of a submission's reach: callables that show nothing, modules that no name leads to.

A submission shares the interpreter with the code that watches it. From a function Python leads to its closure
and its globals, from a bound method to its object, from a traceback to the variables of every frame. So what
a submission can get hold of is written in `fronts` alone, and what is behind a front is sealed. Nor may it
change what the watch is made of: those modules bind by name, when they are imported, what they use to decide.
"""

from __future__ import annotations

import builtins
import functools
import importlib.util
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
PACKAGE = "grader.runner"
# Each after those that it imports.
HIDDEN = (
    "broadcasts", "native", "origins", "patterns", "scopes", "source", "guards", "kernels", "frames",
    "prepared", "forbidden",
)  # fmt: skip


def sealed(function: Callable[P, T]) -> Callable[P, T]:
    """Return a callable that does what ``function`` does and leads to nothing behind it.

    A cache that keeps nothing is written in C: it calls the function and has no attribute that gives it away.
    `functools.lru_cache` would add one, and takes ten times as long to make it.
    """
    return functools._lru_cache_wrapper(function, 0, False, None)  # type: ignore[call-arg, return-value]


def load() -> None:
    """Import the modules of the watch, each with a copy of the builtins that a submission cannot replace."""
    for name in (f"{PACKAGE}.{name}" for name in HIDDEN):
        if name not in sys.modules:
            spec = importlib.util.find_spec(name)
            assert spec is not None
            assert spec.loader is not None
            module = sys.modules[name] = importlib.util.module_from_spec(spec)
            vars(module)["__builtins__"] = dict(vars(builtins))
            spec.loader.exec_module(module)
            setattr(sys.modules[PACKAGE], name.rpartition(".")[2], module)


def hide() -> None:
    """Take the modules of the watch out of `sys.modules`; what needs them has them. For the zygote."""
    package = sys.modules[PACKAGE]
    for name in HIDDEN:
        sys.modules.pop(f"{PACKAGE}.{name}", None)
        vars(package).pop(name, None)
