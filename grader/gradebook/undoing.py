"""Which run an undo takes back: the last one, then the one before it."""

from __future__ import annotations

from grader.gradebook.book import Gradebook


def to_undo(book: Gradebook, done: str, undone: str) -> int | None:
    """Return the last run of the kind ``done`` that no later one of the kind ``undone`` has taken back."""
    taken_back = 0
    for run, kind in book.runs(done, undone):
        if kind == undone:
            taken_back += 1
        elif not taken_back:
            return run
        else:
            taken_back -= 1
    return None
