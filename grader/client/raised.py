"""Exceptions of a submission, raised again on the judge's side as plain data."""

from __future__ import annotations

import builtins
from functools import cache

from grader.wire import messages as m


class StudentRaised(Exception):
    """The submission's code raised; also an instance of the built-in class it raised.

    Attributes: `record`, the exception as data.
    """

    record: m.ExceptionRecord

    @property
    def line(self) -> int | None:
        """The submission's line where it was raised, if it was in the submission."""
        return self.record.frames[-1].line if self.record.frames else None


def student_raised(record: m.ExceptionRecord) -> StudentRaised:
    """Build an exception of the same built-in class; what no `except` may catch stays a plain one."""
    for name in record.bases:
        if may_be_caught(getattr(builtins, name, None)):
            error = _instance(name, record)
            if error is not None:
                return error
    return _filled(StudentRaised(f"{record.type_name}: {record.message}"), record)


def may_be_caught(base: object) -> bool:
    """Tell whether this is an exception class that a property may wait for."""
    return isinstance(base, type) and issubclass(base, Exception) and not issubclass(base, StopIteration)


def _instance(name: str, record: m.ExceptionRecord) -> StudentRaised | None:
    try:
        return _filled(_class_for(name)(f"{record.type_name}: {record.message}"), record)
    except TypeError:
        return None  # e.g. UnicodeDecodeError cannot be made from a message: its base will do


def _filled(error: StudentRaised, record: m.ExceptionRecord) -> StudentRaised:
    error.record = record
    return error


@cache
def _class_for(name: str) -> type[StudentRaised]:
    if name == "Exception":
        return StudentRaised
    return type(f"Student{name}", (StudentRaised, getattr(builtins, name)), {})
