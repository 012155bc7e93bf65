"""What an exception has to do with the limits and the sandbox, in a sentence of its own."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable

from grader.client.raised import StudentRaised
from grader.model import Limits, Text, text
from grader.wire import messages as m

NUMBER = re.compile(r"\[Errno (\d+)\]")
NO_THREAD = "can't start new thread"


def too_many_files(limits: Limits) -> Text:
    """Explain EMFILE."""
    return text("A submission may have at most {count} files open at once.", count=limits.open_files)


def no_space(limits: Limits) -> Text:
    """Explain ENOSPC."""
    return text(
        "A submission may keep at most {megabytes} MiB on disk, in few files.",
        megabytes=limits.disk_bytes >> 20,
    )


def file_too_large(limits: Limits) -> Text:
    """Explain EFBIG."""
    return text("A file of a submission may have at most {megabytes} MiB.", megabytes=limits.file_bytes >> 20)


def too_many_threads(limits: Limits) -> Text:
    """Explain EAGAIN, and what Python makes of it."""
    return text("A submission may run at most {count} threads at once.", count=limits.threads)


def not_allowed(limits: Limits) -> Text:
    """Explain EPERM."""
    return text("The sandbox lets a submission start no process, open no socket and touch no other process.")


def not_its_file(limits: Limits) -> Text:
    """Explain EACCES and EROFS."""
    return text("The sandbox lets a submission write only to its own temporary folder (tempfile).")


EXPLANATIONS: dict[int, Callable[[Limits], Text]] = {
    errno.EMFILE: too_many_files,
    errno.ENOSPC: no_space,
    errno.EDQUOT: no_space,
    errno.EFBIG: file_too_large,
    errno.EAGAIN: too_many_threads,
    errno.EPERM: not_allowed,
    errno.EACCES: not_its_file,
    errno.EROFS: not_its_file,
}


def explain(record: m.ExceptionRecord, limits: Limits) -> Text | None:
    """Return the sentence for an exception that a limit or the sandbox caused; None for any other."""
    if NO_THREAD in record.message:
        return too_many_threads(limits)
    found = NUMBER.search(record.message)
    explanation = EXPLANATIONS.get(int(found.group(1))) if found and "OSError" in record.bases else None
    return explanation(limits) if explanation else None


def explain_error(error: BaseException, limits: Limits) -> Text | None:
    """Do the same for what a property was left with."""
    return explain(error.record, limits) if isinstance(error, StudentRaised) else None
