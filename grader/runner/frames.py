"""Whose operation is it? Found by walking the Python stack from the operation outwards."""

from __future__ import annotations

import dis
from collections.abc import Callable, Set
from dataclasses import dataclass
from enum import Enum
from types import FrameType
from typing import Any

from torch import _ops
from torch._ops import OpOverload, OpOverloadPacket
from torch.autograd import graph
from torch.overrides import handle_torch_function

from grader.runner.fronts import handed_over
from grader.runner.origins import Origin, origin
from grader.runner.patterns import Patterns, spellings

HANDED_OVER = handed_over.__code__
FRONT = handle_torch_function.__code__
ENGINE = graph._engine_run_backward.__code__
OPCODES = tuple(dis.opname)
OPERATORS_FILE = _ops.__file__


class Owner(Enum):
    """Who does an operation. NOBODY: no frame claims it, as where a thread runs nothing but the operation."""

    SUBMISSION = "submission"
    LIBRARY = "library"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Claim:
    """Who does an operation, on which line of the submission, and how many frames outwards that is.

    ``is_direct``: what the submission called there is itself a forbidden function written in Python.
    """

    owner: Owner
    line: int | None = None
    depth: int = 0
    is_direct: bool = False


LIBRARYS_OWN = Claim(Owner.LIBRARY)


@dataclass(frozen=True, slots=True)
class Walk:
    """The rule by which an operation is the submission's or a library's.

    It is the submission's when, going outwards, its code comes before a library's function that needs the
    operation for its own work. Its code is what stands in its file, and what is nobody's: text that it
    compiled, code that only claims to be a library's. A function that is itself forbidden, or only calls what
    it was handed (``vmap``, ``nn.Module.__call__``, a decorator), passes the question on; so does any other
    file of the runtime, up to where the runner hands over to the submission's own objects.
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
            if self.is_submissions(frame):
                return Claim(Owner.SUBMISSION, self._line(frame), depth, is_direct)
            is_direct = False
            if code is FRONT:
                frame = frame.f_back  # the overridden function itself, which mentions its own name
                if frame is None or frame is shield:
                    return LIBRARYS_OWN
            elif origin(frame) is Origin.LIBRARY:
                is_direct = self._is_the_operation(frame, names)
                if is_direct:
                    names = names | spellings(code.co_name)
                elif self._is_its_own(frame, names):
                    return LIBRARYS_OWN
            frame = frame.f_back
        return Claim(Owner.NOBODY, None, depth, is_direct)

    def is_submissions(self, frame: FrameType) -> bool:
        """Tell whether a frame runs code of the submission's, or nothing but an object of its."""
        code = frame.f_code
        if code is HANDED_OVER or code.co_filename == self.filename:
            return True
        return origin(frame) is Origin.STRANGER

    def _line(self, frame: FrameType | None) -> int | None:
        """Return the line of the submission's file that a frame belongs to, or was called from."""
        while frame is not None and frame.f_code.co_filename != self.filename:
            frame = frame.f_back
        return frame.f_lineno if frame is not None else None

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
    if isinstance(called, OpOverload):
        return str(called._schema.name).rpartition("::")[2]
    if isinstance(called, OpOverloadPacket):
        return str(called.__name__)
    return ""


def _is_calling(frame: FrameType) -> bool:
    """Tell whether a frame stands at a call; an operator, an attribute or an import is its own doing."""
    name = OPCODES[frame.f_code.co_code[frame.f_lasti]]
    return name.startswith(("CALL", "PRECALL"))
