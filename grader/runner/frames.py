"""Whose operation is it? Found by walking the Python stack from the operation outwards."""

from __future__ import annotations

import dis
import os
from collections.abc import Callable, Set
from dataclasses import dataclass
from enum import Enum
from types import FrameType
from typing import Any

import numpy
import torch
from torch.autograd import graph
from torch.overrides import handle_torch_function

from grader.runner.patterns import Patterns, spellings

LIBRARY_FOLDERS = tuple(os.path.dirname(module.__file__ or "") + os.sep for module in (torch, numpy))
FRONT = handle_torch_function.__code__
ENGINE = graph._engine_run_backward.__code__
OPERATORS_FILE = torch._ops.__file__


class Owner(Enum):
    """Who does an operation. NOBODY: no frame claims it, as where a thread runs nothing but the operation."""

    SUBMISSION = "submission"
    LIBRARY = "library"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Claim:
    """Who does an operation, from which frame of the submission, and how many frames outwards that is.

    ``is_direct``: what the submission called there is itself a forbidden function written in Python.
    """

    owner: Owner
    frame: FrameType | None = None
    depth: int = 0
    is_direct: bool = False


LIBRARYS_OWN = Claim(Owner.LIBRARY)


@dataclass(frozen=True, slots=True)
class Walk:
    """The rule by which an operation is the submission's or a library's.

    It is the submission's when, going outwards, its code comes before a library's function that needs the
    operation for its own work. A function that is itself forbidden, or only calls what it was handed
    (``vmap``, ``nn.Module.__call__``, a decorator), passes the question on; so does any other file.
    The autograd engine works for itself: a legal operation's derivative may use a forbidden one.
    """

    filename: str
    patterns: Patterns

    def claim(self, frame: FrameType | None, names: Set[str], shield: FrameType | None) -> Claim:
        """Return whose operation it is.

        ``frame`` is where the operation was called, ``names`` what it may be called there; ``shield`` is the
        caller of a legal public function still at work.
        """
        depth, is_direct = 0, False
        while frame is not None:
            code, depth = frame.f_code, depth + 1
            if frame is shield or code is ENGINE:
                return LIBRARYS_OWN
            if code.co_filename == self.filename:
                return Claim(Owner.SUBMISSION, frame, depth, is_direct)
            is_direct = False
            if code is FRONT:
                frame = frame.f_back  # the overridden function itself, which mentions its own name
                if frame is None or frame is shield:
                    return LIBRARYS_OWN
            elif code.co_filename.startswith(LIBRARY_FOLDERS):
                is_direct = self._is_the_operation(frame, names)
                if is_direct:
                    names = names | spellings(code.co_name)
                elif self._is_its_own(frame, names):
                    return LIBRARYS_OWN
            frame = frame.f_back
        return Claim(Owner.NOBODY, None, depth, is_direct)

    def _is_the_operation(self, frame: FrameType, names: Set[str]) -> bool:
        """Tell whether a library's function is itself forbidden, or a spelling of the same operation."""
        code = frame.f_code
        if code.co_name != "__init__" and not names.isdisjoint(spellings(code.co_name)):
            return True
        return self.patterns.covers(_dotted(frame))

    def _is_its_own(self, frame: FrameType, names: Set[str]) -> bool:
        """Tell whether a library's function does the operation for its own work."""
        return not names.isdisjoint(frame.f_code.co_names) or not _is_calling(frame)


@dataclass(frozen=True, slots=True)
class UnwatchedWalk(Walk):
    """The rule where no function mode has noted which public calls are at work: it reads them off the frames.

    ``is_listed`` tells whether an operator, by its base name, is one that the submission may not call.
    """

    is_listed: Callable[[str], bool]

    def _is_the_operation(self, frame: FrameType, names: Set[str]) -> bool:
        """Tell whether a library's function is forbidden; ``torch.ops`` shows which operator it runs."""
        base = _operator_called(frame)
        return self.is_listed(base) if base else Walk._is_the_operation(self, frame, names)

    def _is_its_own(self, frame: FrameType, names: Set[str]) -> bool:
        """Tell whether a library's function does its own work; a legal public one always does."""
        return bool(_operator_called(frame)) or _is_public(frame) or Walk._is_its_own(self, frame, names)


def _dotted(frame: FrameType) -> str:
    return f"{frame.f_globals.get('__name__', '')}.{frame.f_code.co_qualname}"


def _is_public(frame: FrameType) -> bool:
    """Tell whether a frame is a public function that a function mode would have seen."""
    code = frame.f_code
    return "handle_torch_function" in code.co_names and "<locals>" not in code.co_qualname


def _operator_called(frame: FrameType) -> str:
    """Return the base name of the operator that a frame of ``torch.ops`` calls, or nothing."""
    if frame.f_code.co_filename != OPERATORS_FILE or frame.f_code.co_name not in ("__call__", "redispatch"):
        return ""
    called: Any = frame.f_locals.get("self")
    if isinstance(called, torch._ops.OpOverload):
        return str(called._schema.name).rpartition("::")[2]
    if isinstance(called, torch._ops.OpOverloadPacket):
        return str(called.__name__)
    return ""


def _is_calling(frame: FrameType) -> bool:
    """Tell whether a frame stands at a call; an operator, an attribute or an import is its own doing."""
    name = dis.opname[frame.f_code.co_code[frame.f_lasti]]
    return name.startswith(("CALL", "PRECALL"))
