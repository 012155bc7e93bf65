"""What the commands about a gradebook share: opening one that is there, and the course in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grader.catalog import Catalog
from grader.course import Course
from grader.errors import UsageError

if TYPE_CHECKING:
    from grader.gradebook import Gradebook


def existing_gradebook(where: str) -> Gradebook:
    """Open a gradebook that is there; raise `UsageError` for a file that is not, instead of making one."""
    from grader.gradebook import open_gradebook

    if "://" not in where and not Path(where).is_file():
        raise UsageError(
            f"There is no gradebook {where}.",
            "grade batch makes one: gradebook.sqlite in its --out folder, or what --gradebook names.",
        )
    return open_gradebook(where)


def course_in(where: str, catalog: Catalog) -> Course:
    """Return the course that a gradebook or a results.json holds."""
    if not where.endswith(".json"):
        with existing_gradebook(where) as book:
            return book.course(catalog.root.name, catalog.slugs())
    from grader.report.as_json import course_from_json

    try:
        return course_from_json(Path(where).read_bytes())
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{where} cannot be read: {error}.", "Expected a results.json of grade batch."
        ) from error
