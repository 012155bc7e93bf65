"""A class list: a CSV whose columns are known by their headings, in any order, from any platform."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grader.course import Oddity, OddityKind, Person
from grader.errors import UsageError
from grader.intake.names import safe_id, shown
from grader.intake.records import Refused
from grader.intake.source import decoded
from grader.model import text

ROSTER_BYTES = 16 << 20

# Our field -> the headings under which platforms export it, as `_heading` writes them.
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "student_id", "sis_user_id", "sid", "id_number", "identifier"),
    "name": ("name", "full_name", "student_name", "student"),
    "first": ("first_name", "given_name"),
    "last": ("last_name", "surname", "family_name"),
    "email": ("email", "email_address", "e_mail", "mail"),
    "login": ("login", "username", "sis_login_id", "login_id", "github", "github_username"),
    "section": ("section", "sections", "group", "groups"),
    "canvas_id": ("canvas_id", "canvas_user_id", "id"),
}


@dataclass(frozen=True, slots=True)
class Roster:
    """Who belongs to the class, in the file's order, and whom a name means."""

    people: tuple[Person, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    _tiers: tuple[Mapping[str, Person], ...] = field(default=(), repr=False)

    def find(self, names: Iterable[str]) -> Person | None:
        """Return whom one of the names means: an id, address or login first, then a full name.

        A name that means two people means nobody.
        """
        listed = tuple(names)
        for tier, key in zip(self._tiers, (_exact, _exact, _squeezed), strict=False):
            for name in listed:
                if key(name) in tier:
                    return tier[key(name)]
        return None


def read_roster(path: Path) -> Roster:
    """Read a class list. Raises `UsageError` where it is no CSV with a column of ids, addresses or logins."""
    rows = _rows(path)
    columns = _columns(rows[0]) if rows else {}
    if not columns.keys() & {"id", "email", "login"}:
        first = shown(",".join(rows[0]) if rows else "")
        raise UsageError(
            f"{path} has no column id, email or login; its first line is {first}.",
            "The first line names the columns, in any order: id, name, email, login, section, canvas_id.",
        )
    people: dict[str, Person] = {}
    oddities = []
    for number, row in enumerate(rows[1:], start=2):
        person = _person({name: row[at].strip() for name, at in columns.items() if at < len(row)})
        if person is not None and person.id in people:
            sentence = text(
                "Line {line} has the id {id} again; the first one counts.", line=number, id=person.id
            )
            oddities.append(Oddity(shown(path.name), OddityKind.ROSTER, sentence))
        elif person is not None:
            people[person.id] = person
    return Roster(tuple(people.values()), tuple(oddities), _index(people.values()))


def _rows(path: Path) -> list[list[str]]:
    try:
        with path.open("rb") as file:
            source = decoded(file.read(ROSTER_BYTES))
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}.", "Give the path of a CSV file."
        ) from error
    except Refused as refused:
        raise UsageError(f"{path}: {refused.text}", "Export the roster again as CSV, UTF-8.") from refused
    first = source.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(source, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UsageError(f"{path} is not CSV: {error}.", "Export the roster again as CSV, UTF-8.") from error
    return [row for row in rows if any(cell.strip() for cell in row)]


def _columns(headings: Iterable[str]) -> dict[str, int]:
    """Return where each of our fields stands. Canvas's own ``ID`` is not the id where it has a better one."""
    places: dict[str, int] = {}
    for place, heading in enumerate(headings):
        places.setdefault(_heading(heading), place)
    found: dict[str, int] = {}
    if "sis_user_id" in places:
        found["id"] = places["sis_user_id"]
    for name, aliases in _HEADINGS.items():
        here = [places[alias] for alias in aliases if alias in places and places[alias] not in found.values()]
        if here and name not in found:
            found[name] = here[0]
    return found


def _heading(written: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", written.strip().casefold()).strip("_")


def _person(row: Mapping[str, str]) -> Person | None:
    name = row.get("name") or f"{row.get('first', '')} {row.get('last', '')}".strip()
    id_ = row.get("id") or row.get("login") or row.get("email") or row.get("canvas_id") or ""
    # Canvas puts the points possible where students begin.
    if not id_:
        return None
    return Person(
        safe_id(id_),
        shown(name or id_),
        shown(row.get("email", "")),
        shown(row.get("section", "")),
        shown(row.get("canvas_id", "")),
        shown(row.get("login", "")),
    )


def _index(people: Iterable[Person]) -> tuple[Mapping[str, Person], ...]:
    listed = tuple(people)
    return (
        _unique((_exact(key), p) for p in listed for key in (p.id, p.canvas_id, p.email, p.login) if key),
        _unique((_exact(p.email.partition("@")[0]), p) for p in listed if p.email),
        _unique((key, p) for p in listed for key in _orders(p.name)),
    )


def _unique(pairs: Iterable[tuple[str, Person]]) -> Mapping[str, Person]:
    meant: dict[str, set[Person]] = {}
    for key, person in pairs:
        meant.setdefault(key, set()).add(person)
    return {key: next(iter(people)) for key, people in meant.items() if key and len(people) == 1}


def _orders(name: str) -> set[str]:
    """Return a full name without spaces, given name first and last: Canvas writes ``okaforgrace``."""
    words = name.replace(",", " ").split()
    turned = ("".join(words[at:] + words[:at]) for at in range(len(words)))
    return {_squeezed(order) for order in turned}


def _exact(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()


def _squeezed(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(character for character in folded if character.isalnum())
