"""Whose code is it that a frame runs? Told by the code object itself, not by what it says of itself.

Every function that lives before the submission is loaded is remembered: its code and the globals it belongs
to. What comes later counts by its file, and as a library's only if that file really holds that code.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from types import CodeType, FrameType, FunctionType

import numpy
import torch

LIBRARY_FOLDERS = tuple(os.path.dirname(module.__file__ or "") + os.sep for module in (torch, numpy))
RUNTIME_FOLDERS = (*{path + os.sep for path in (sys.prefix, sys.base_prefix, os.path.dirname(os.__file__))},)
FROZEN = "<frozen "  # what the interpreter carries within itself: importlib
ANY_GLOBALS = 0


class Origin(Enum):
    """Where code comes from. STRANGER: neither the runtime's nor ours nor of the submission's file."""

    LIBRARY = "library"
    RUNTIME = "runtime"
    STRANGER = "stranger"


def origin(frame: FrameType) -> Origin:
    """Return where the code of a frame comes from."""
    code = frame.f_code
    home = known().homes.get(id(code))
    if home is None:
        return _of_late_code(code)
    if home not in (ANY_GLOBALS, id(frame.f_globals)):
        return Origin.STRANGER
    return Origin.LIBRARY if code.co_filename.startswith(LIBRARY_FOLDERS) else Origin.RUNTIME


def _of_late_code(code: CodeType) -> Origin:
    """Tell the origin of code that came after the submission: a module imported late, or the submission's."""
    file = code.co_filename
    if file.startswith(LIBRARY_FOLDERS):
        return Origin.LIBRARY if code in codes_of(file) else Origin.STRANGER
    return Origin.RUNTIME if file.startswith((*RUNTIME_FOLDERS, FROZEN)) else Origin.STRANGER


class Known:
    """The code of all functions alive: by its identity, that of the globals it belongs to."""

    def __init__(self) -> None:
        self.homes: dict[int, int] = {}
        self._kept: list[CodeType] = []  # so that no identity is given out again
        for function in gc.get_objects():
            if type(function) is FunctionType:
                self._note(function.__code__, id(function.__globals__))

    def _note(self, outer: CodeType, home: int) -> None:
        for code in nested(outer):
            if self.homes.setdefault(id(code), home) != home:
                self.homes[id(code)] = ANY_GLOBALS
            self._kept.append(code)


@lru_cache(maxsize=1)
def known() -> Known:
    """Return what was known when this was asked first, which must be before the submission is loaded."""
    return Known()


def nested(code: CodeType) -> Iterator[CodeType]:
    """Yield a code object and those of the functions within."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from nested(constant)


@lru_cache(maxsize=64)
def codes_of(file: str) -> frozenset[CodeType]:
    """Return all code in a file; none where it cannot be read."""
    try:
        with open(file, "rb") as source:
            return frozenset(nested(compile(source.read(), file, "exec", dont_inherit=True)))
    except (OSError, SyntaxError, ValueError):
        return frozenset()
