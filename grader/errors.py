"""Everything that can go wrong outside a student's code.

    GraderError
    +-- UsageError            exit 2: the command cannot be carried out as asked
    |   +-- ExerciseNotFound  no such slug
    |   +-- SubmissionUnreadable  the file is missing, too large, or not UTF-8 text
    +-- ContentError          exit 2: an exercise folder is not as it must be
    +-- GraderFault           exit 3: a fault of ours; never graded as the student's

Each carries a ``slug`` (a section of ``docs/messages.md``), a message that says what happened and
the value that did it, and a ``hint`` that says the next step.
"""

from __future__ import annotations


class GraderError(Exception):
    """Root of the tree; caught once, in the command line, and shown without a traceback."""

    slug = "grader-error"
    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(GraderError):
    """The command cannot be carried out as asked."""

    slug = "usage"
    exit_code = 2


class ExerciseNotFound(UsageError):
    """No exercise has this slug."""

    slug = "exercise-not-found"


class SubmissionUnreadable(UsageError):
    """The submitted file is missing, too large or not UTF-8 text."""

    slug = "submission-unreadable"


class ContentError(GraderError):
    """An exercise folder is not as it must be; the author has to mend it."""

    slug = "content"
    exit_code = 2


class GraderFault(GraderError):
    """A fault of ours; the attempt is marked ``grader_fault`` and costs no points."""

    slug = "grader-fault"
    exit_code = 3
