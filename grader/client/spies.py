"""The judge's end of the spies: objects that the runner holds and that write down what is done with them."""

from __future__ import annotations

from grader.client.proxy import RemoteObject, Student
from grader.wire import messages as m


def remote_spies(student: Student) -> RemoteObject:
    """Return the runner's `grader.runner.spies`, to build a journal, a model, a loader and so on there."""
    return RemoteObject(student.remote_wire, m.Path(m.SPIES))
