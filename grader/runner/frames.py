"""Whose operation is it? Found by walking the Python stack from the operation outwards."""

from __future__ import annotations

import dis
import os
from collections.abc import Set
from dataclasses import dataclass
from types import FrameType

import numpy
import torch
from torch.autograd import graph
from torch.overrides import handle_torch_function

from grader.runner.patterns import Patterns, spellings

LIBRARY_FOLDERS = tuple(os.path.dirname(module.__file__ or "") + os.sep for module in (torch, numpy))
FRONT = handle_torch_function.__code__
ENGINE = graph._engine_run_backward.__code__


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

    def culprit(self, frame: FrameType | None, names: Set[str], shield: FrameType | None) -> FrameType | None:
        """Return the submission's frame that did it, or None where a library did.

        ``frame`` is where the operation was called, ``names`` what it may be called there; ``shield`` is the
        caller of a legal public function still at work.
        """
        while frame is not None:
            code = frame.f_code
            if frame is shield or code is ENGINE:
                return None
            if code.co_filename == self.filename:
                return frame
            if code is FRONT:
                frame = frame.f_back  # the overridden function itself, which mentions its own name
            elif code.co_filename.startswith(LIBRARY_FOLDERS):
                if self._is_the_operation(frame, names):
                    names = names | spellings(code.co_name)
                elif not names.isdisjoint(code.co_names) or not _is_calling(frame):
                    return None
            frame = frame.f_back if frame is not None and frame is not shield else None
        return None

    def _is_the_operation(self, frame: FrameType, names: Set[str]) -> bool:
        """Tell whether a library's function is itself forbidden, or a spelling of the same operation."""
        code = frame.f_code
        if code.co_name != "__init__" and not names.isdisjoint(spellings(code.co_name)):
            return True
        return self.patterns.covers(f"{frame.f_globals.get('__name__', '')}.{code.co_qualname}")


def _is_calling(frame: FrameType) -> bool:
    """Tell whether a frame stands at a call; an operator, an attribute or an import is its own doing."""
    name = dis.opname[frame.f_code.co_code[frame.f_lasti]]
    return name.startswith(("CALL", "PRECALL"))
