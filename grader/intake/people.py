"""From owners to students: whom the roster knows, and ids for everybody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from grader.course import Oddity, OddityKind, Person
from grader.intake.layouts import Owner
from grader.intake.names import assign_ids, shown
from grader.intake.roster import Roster
from grader.model import text


@dataclass(frozen=True, slots=True)
class People:
    """Every owner's person, by identity, and what was odd about names."""

    by_identity: Mapping[str, Person]
    oddities: tuple[Oddity, ...]

    def of(self, owner: Owner) -> Person:
        """Return an owner's person."""
        return self.by_identity[owner.identity]


def know(owners: Iterable[Owner], roster: Roster | None) -> People:
    """Give every owner a person: the roster's, or one with a safe id that nobody else has."""
    listed = {owner.identity: owner for owner in owners}
    found = {identity: roster.find(owner.names) for identity, owner in listed.items()} if roster else {}
    known = {identity: person for identity, person in found.items() if person is not None}
    strangers = {identity: owner for identity, owner in listed.items() if identity not in known}
    reserved = [person.id for person in roster.people] if roster else []
    ids = assign_ids({identity: owner.label for identity, owner in strangers.items()}, reserved)
    people = {identity: Person(ids[identity], shown(owner.label)) for identity, owner in strangers.items()}
    rows = [row for identity, owner in strangers.items() for row in _rows(owner, ids[identity], roster)]
    return People(known | people, tuple(rows))


def _rows(owner: Owner, id_: str, roster: Roster | None) -> Iterable[Oddity]:
    if id_ != owner.label:
        sentence = text(
            "The name cannot be an id: it is shared, or not safe in a path. The student is {id} here.", id=id_
        )
        yield Oddity(shown(owner.label), OddityKind.NAME, sentence)
    if roster is not None:
        sentence = text(
            "Nobody on the roster, or more than one, has this name. It is graded as {id}; mend the roster "
            "or the name.",
            id=id_,
        )
        yield Oddity(shown(owner.label), OddityKind.NOT_ON_ROSTER, sentence)
