"""What is compared: submissions from a folder or a gradebook, and the texts that everybody was given."""

from __future__ import annotations

from pathlib import Path

from grader.catalog import Catalog, hidden_folder
from grader.errors import UsageError
from grader.gradebook import open_gradebook
from grader.intake import Options, find_submissions
from grader.model import Text
from grader.similarity.records import Entry

GRADEBOOK = "gradebook.sqlite"


def entries_of(catalog: Catalog, place: str, options: Options) -> tuple[Entry, ...]:
    """Return the submissions in a folder, a zip, a gradebook or a batch's folder; those that can be read.

    Raises `UsageError` for anything else.
    """
    path = Path(place)
    if path.suffix == ".json":
        raise UsageError(
            f"{place} holds no texts of submissions.", f"Give the batch's {GRADEBOOK}, or the submissions."
        )
    if "://" in place or path.suffix in (".sqlite", ".db"):
        return in_gradebook(place)
    if (path / GRADEBOOK).is_file():
        return in_gradebook(str(path / GRADEBOOK))
    return handed_in(catalog, path, options)


def handed_in(catalog: Catalog, place: Path, options: Options) -> tuple[Entry, ...]:
    """Return the submissions of a folder or a zip; a file that several own was handed in together."""
    found = find_submissions(place, catalog.exercises(), options).found
    return tuple(
        Entry(one.student, one.slug, one.content.text, str(one.path))
        for one in found
        if not isinstance(one.content, Text)
    )


def in_gradebook(where: str) -> tuple[Entry, ...]:
    """Return the submissions that count now."""
    if "://" not in where and not Path(where).is_file():
        raise UsageError(f"There is no gradebook {where}.", "grade batch makes one.")
    with open_gradebook(where) as book:
        marks = [mark.handed for mark in book.marks()]
    return tuple(Entry(one.student, one.exercise, one.content, one.student) for one in marks if one.content)


def boilerplate(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return what students were given or are bound to find: stubs, references, wheats, by exercise."""
    return {slug: (catalog.pristine_stub(slug), *_hidden(catalog, slug)) for slug in catalog.slugs()}


def _hidden(catalog: Catalog, slug: str) -> tuple[str, ...]:
    folder, content = hidden_folder(slug), catalog.content
    names = [name for name in content.names(f"{folder}/wheats") if name.endswith(".py")]
    if content.has(f"{folder}/reference.py"):
        names.append(f"{folder}/reference.py")
    return tuple(content.read(name).decode() for name in names)
