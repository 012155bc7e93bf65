"""Which operators are at work below Python: read off the C++ stack, where torch can unwind it.

A kernel that is reached through a legal operator (``_log_softmax`` below ``cross_entropy_loss``) shows the
same Python frames as one that was called itself. The C++ frames in between tell the two apart.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import torch

EVALUATION = "_PyEval_EvalFrameDefault"
ENGINE = "torch::autograd::Engine::"
OPERATOR = re.compile(r"at::(_ops|native)::(\w+)")
RUNS_OF_OURS = 1  # of the interpreter, between a kernel's question and the kernel
MODE = "TORCH_SYMBOLIZE_MODE"

# Take the stack (of Python, of scripted code, of C++), and name its functions.
gather: Callable[[bool, bool, bool], Any] = torch._C._profiler.gather_traceback
_symbolize: Callable[[list[Any]], list[list[dict[str, str]]]] = torch._C._profiler.symbolize_tracebacks


@lru_cache(maxsize=1)
def operator_names() -> dict[str, tuple[str, ...]]:
    """Return the base names of ATen's operators with the full names of each, ``aten::gather.out``."""
    names: dict[str, list[str]] = {}
    for name in torch._C._dispatch_get_all_op_names():
        if name.startswith("aten::"):
            names.setdefault(name[6:].partition(".")[0], []).append(name)
    return {base: tuple(full) for base, full in names.items()}


@lru_cache(maxsize=1)
def _structs() -> dict[str, str]:
    """Return the base name of each operator by the C++ name of an overload: ``log_softmax_int``."""
    return {name[6:].replace(".", "_"): base for base, names in operator_names().items() for name in names}


def operator_of(symbol: str) -> str:
    """Return the base name of the operator that a C++ function carries out, or nothing."""
    found = OPERATOR.match(symbol)
    if found is None:
        return ""
    if found[1] == "_ops":
        return _structs().get(found[2], "")
    name = found[2].removesuffix("_symint")
    return name if name in operator_names() else ""


def symbols(gathered: Any) -> list[str]:
    """Return the C++ functions of a stack, innermost first; of a stack that cannot be read, none."""
    _name_by_exported_symbols()
    found = [frame["name"] for frame in _symbolize([gathered])[0]]
    return found if any(symbol.startswith(EVALUATION) for symbol in found) else []


@lru_cache(maxsize=1)
def _name_by_exported_symbols() -> None:
    """Choose the way of naming functions that reads no file; torch asks for it once in a process."""
    before = os.environ.get(MODE)
    os.environ[MODE] = "dladdr"
    _symbolize([gather(False, False, True)])
    if before is None:
        del os.environ[MODE]
    else:
        os.environ[MODE] = before


def outermost_operators(stack: list[str], depth: int) -> list[str]:
    """Return the outermost operator between each two runs of the interpreter, innermost run first.

    ``depth`` is how many Python frames outwards to look. One run may evaluate several frames, so that
    operators further out may be among the answers, and none of those asked for is missing.
    """
    segments: list[str] = []
    for symbol in stack:
        if symbol.startswith(EVALUATION):
            segments.append("")
        elif segments:
            segments[-1] = operator_of(symbol) or segments[-1]
    return [operator for operator in segments[:depth] if operator]


def is_in_engine(stack: list[str]) -> bool:
    """Tell whether the autograd engine is at work."""
    return any(symbol.startswith(ENGINE) for symbol in stack)
