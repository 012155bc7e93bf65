"""The gradebook: everything that was handed in and graded, kept in a database."""

from grader.gradebook.book import Gradebook
from grader.gradebook.opening import open_gradebook
from grader.gradebook.records import Cached, Deduction, Handed, Mark

__all__ = ["Cached", "Deduction", "Gradebook", "Handed", "Mark", "open_gradebook"]
