"""Everything that can go wrong outside a student's code.

    GraderError
    +-- UsageError            exit 2: the command cannot be carried out as asked
    |   +-- ExerciseNotFound  no such slug
    |   +-- SubmissionUnreadable  the file is missing, too large, or not UTF-8 text
    |   +-- MissingExtra      a library that is installed only where it is wanted is not there
    |   +-- ClusterUnusable   no scheduler answers, or none of its workers can grade
    |   +-- KeyRefused        the key of a sealed file is missing, or is another one
    |   +-- SealedUnreadable  a sealed file is none, or was altered
    |   +-- QuestionsUnreadable   a file of questions is not of the format it is said to be, or is not safe
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


class QuestionsUnreadable(UsageError):
    """A file of another program's questions is not of its format, or tries what no question needs."""

    slug = "questions-unreadable"


class KeyRefused(UsageError):
    """The key of a sealed file is missing, is no key, or is not the one it was sealed with."""

    slug = "key-refused"


class SealedUnreadable(UsageError):
    """A sealed file is not one, or was altered after it was sealed."""

    slug = "sealed-unreadable"


class MissingExtra(UsageError):
    """A library that is installed only where it is wanted is not there."""

    slug = "missing-extra"


class ClusterUnusable(UsageError):
    """No scheduler answers, or none of its workers can grade."""

    slug = "cluster-unusable"


class ContentError(GraderError):
    """An exercise folder is not as it must be; the author has to mend it."""

    slug = "content"
    exit_code = 2


class GraderFault(GraderError):
    """A fault of ours; the attempt is marked ``grader_fault`` and costs no points."""

    slug = "grader-fault"
    exit_code = 3
