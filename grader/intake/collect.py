"""Intake as a whole: from a folder or a zip to one record of everything that was handed in."""

from __future__ import annotations

import difflib
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from grader.course import Layout, Oddity, OddityKind
from grader.errors import UsageError
from grader.intake.archive import ArchiveTree
from grader.intake.contents import Contents, Draft
from grader.intake.folder import FolderTree
from grader.intake.handins import HandinTree
from grader.intake.late import LatePolicy
from grader.intake.layouts import SUFFIXES, Claim, Reading, recognise, tops
from grader.intake.metadata import METADATA_BYTES, NAME, read_metadata
from grader.intake.names import shown
from grader.intake.people import People, know
from grader.intake.records import Found, Intake, Refused, TimeSource
from grader.intake.roster import Roster
from grader.intake.single import OneStudent
from grader.intake.tree import Member, Tree
from grader.intake.versions import Deadline
from grader.model import Exercise, text

ROWS_OF_ONE = 20
_PACKED = (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar")
_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class Options:
    """What a teacher may say about a batch's submissions. A naive deadline is local time."""

    layout: Layout = Layout.AUTO
    deadline: datetime | None = None
    policy: LatePolicy = LatePolicy()  # noqa: RUF009 - frozen
    roster: Roster | None = None


def find_submissions(place: Path, exercises: Sequence[Exercise], options: Options | None = None) -> Intake:
    """Read everything that was handed in below a folder or in a zip; nothing is executed or extracted.

    What is unusual becomes an `Oddity` and never stops the rest. Raises `UsageError` where there is
    neither folder nor zip, and where nothing at all was handed in and no roster says by whom.
    """
    chosen = options or Options()
    try:
        with _opened(place) as tree:
            intake = _Collection(tree, place, exercises, chosen).intake()
    except Refused as refused:
        raise UsageError(f"{place}: {refused.text}", _EXPECTED) from refused
    if not intake.found and not intake.missing:
        raise UsageError(f"{place} holds no submission.{_first(intake.oddities)}", _EXPECTED)
    return intake


def find_one(place: Path, exercises: Sequence[Exercise]) -> Intake:
    """Read what one student handed in: a repository or any other folder, or a zip; it may be nothing."""
    try:
        with _opened(place) as tree:
            # In a repository the student's file stands in exercises/SLUG; copies elsewhere come second.
            return _Collection(OneStudent(tree), place, exercises, Options(Layout.CLASSROOM)).intake()
    except Refused as refused:
        raise UsageError(f"{place}: {refused.text}", _EXPECTED) from refused


_EXPECTED = (
    "Expected STUDENT/SLUG.py or notebooks in a folder or zip, or a Canvas, Moodle or Gradescope download."
)


def _first(oddities: Sequence[Oddity]) -> str:
    return f" {oddities[0].path}: {oddities[0].text}" if oddities else ""


@contextmanager
def _opened(place: Path) -> Iterator[Tree]:
    if place.is_dir():
        yield FolderTree(place)
    elif place.is_file() and zipfile.is_zipfile(place):
        with ArchiveTree(place) as archive:
            yield archive
    else:
        raise UsageError(f"{place} is neither a folder nor a zip.", _EXPECTED)


class _Collection:
    """One intake under way."""

    def __init__(self, tree: Tree, place: Path, exercises: Sequence[Exercise], options: Options) -> None:
        self._tree = tree = HandinTree(tree)
        self._options = options
        self._slugs = tuple(exercise.slug for exercise in exercises)
        self._contents = Contents(tree, exercises)
        self._listing = tree.list()
        self._oddities = list(self._listing.oddities)
        self._ignored = self._listing.ignored
        self._reading = self._with_metadata(recognise(tree.outer, tree.source, place.stem, options.layout))

    def intake(self) -> Intake:
        """Carry it out."""
        claims = [claim for member in self._listing.members for claim in self._claims(member)]
        drafts = [draft for claim in claims for draft in self._contents.drafts(claim)]
        self._tell_unmatched(claims, drafts)
        people = know((owner for draft in drafts for owner in draft.claim.owners), self._options.roster)
        found = tuple(self._choose(drafts, people))
        self._tell_file_times(found)
        here = {person.id: person for person in people.by_identity.values()}
        listed = self._options.roster.people if self._options.roster else ()
        return Intake(
            self._reading.layout,
            found,
            (*listed, *sorted(set(here.values()) - set(listed), key=lambda person: person.id)),
            tuple(person for person in listed if person.id not in here),
            self._all_oddities(people),
            self._ignored,
        )

    def _with_metadata(self, reading: Reading) -> Reading:
        reading = replace(reading, signers=self._tree.signers)
        if reading.layout is not Layout.GRADESCOPE:
            return reading
        member = Member((*reading.wrapping, NAME), None)
        try:
            return replace(reading, handed=read_metadata(self._tree.read(member, METADATA_BYTES)))
        except Refused as refused:
            self._oddities.append(Oddity(member.shown, refused.kind, refused.text))
            return reading

    def _claims(self, member: Member) -> Iterator[Claim]:
        name = member.parts[-1]
        if name.casefold().endswith(_PACKED):
            sentence = text(
                "It is an archive inside what was handed in; it is not unpacked. Unpack it yourself."
            )
            self._oddities.append(Oddity(member.shown, OddityKind.ARCHIVE, sentence))
        elif not name.casefold().endswith(SUFFIXES):
            self._ignored += member.parts != (*self._reading.wrapping, NAME)
        else:
            yield from self._claim(member)

    def _claim(self, member: Member) -> Iterator[Claim]:
        claim = self._reading.claim(member)
        if claim is not None:
            yield claim
            return
        sentence = text(
            "Its name does not say whose it is in the layout {layout}. Put it into the student's folder, or "
            "choose another --layout.",
            layout=self._reading.layout.value,
        )
        self._oddities.append(Oddity(member.shown, OddityKind.NO_STUDENT, sentence))

    def _tell_unmatched(self, claims: Sequence[Claim], drafts: Sequence[Draft]) -> None:
        """Tell of files about no exercise: of all where a student has no other, else of slips of the pen."""
        read = {draft.claim.member for draft in drafts}
        slugs: dict[str, set[str]] = {}
        for draft in drafts:
            slugs.setdefault(draft.claim.owners[0].identity, set()).add(draft.slug)
        told = {row.path for row in self._contents.oddities}
        for claim in claims:
            if claim.member in read or claim.member.shown in told:
                continue
            near = difflib.get_close_matches(claim.stem[:80].casefold(), self._slugs, 1, _NEAR)
            has = slugs.get(claim.owners[0].identity, set())
            if has and not set(near) - has:
                self._ignored += 1
            else:
                self._oddities.append(_no_exercise(claim, near))
        self._tell_empty({self._reading.top(claim.member.parts) for claim in claims})

    def _tell_empty(self, handed_in: set[str]) -> None:
        for top in sorted(tops(self._listing, self._reading.wrapping) - handed_in):
            sentence = text("It holds no .py file and no notebook. Ask the student, or remove the folder.")
            self._oddities.append(Oddity(shown(top), OddityKind.NO_SUBMISSION, sentence))

    def _choose(self, drafts: Iterable[Draft], people: People) -> Iterator[Found]:
        versions: dict[tuple[str, int], list[Draft]] = {}
        for draft in drafts:
            for owner in draft.claim.owners:
                versions.setdefault((people.of(owner).id, self._slugs.index(draft.slug)), []).append(draft)
        due = self._options.deadline
        deadline = Deadline(due.astimezone() if due else None, self._options.policy)
        for (student, index), several in sorted(versions.items(), key=lambda item: item[0]):
            version = deadline.choose(several)
            self._oddities.extend(deadline.tell(version, several))
            claim = version.draft.claim
            yield Found(
                student,
                self._slugs[index],
                self._tree.path(claim.member),
                version.draft.content,
                claim.submitted,
                version.lateness,
                version.draft.cells,
            )

    def _tell_file_times(self, found: Sequence[Found]) -> None:
        sources = {item.submitted.source for item in found}
        if self._options.deadline is not None and sources & {TimeSource.FILE, TimeSource.ARCHIVE}:
            sentence = text(
                "Lateness is told by the times of files, which copying and packing change. Check late ones."
            )
            self._oddities.append(Oddity(".", OddityKind.TIME, sentence))

    def _all_oddities(self, people: People) -> tuple[Oddity, ...]:
        of_roster = self._options.roster.oddities if self._options.roster else ()
        return tuple(capped((*of_roster, *self._oddities, *self._contents.oddities, *people.oddities)))


def _no_exercise(claim: Claim, near: Sequence[str]) -> Oddity:
    if near:
        sentence = text(
            "No exercise is called {name}. If it is {near}, rename it.", name=shown(claim.stem), near=near[0]
        )
    else:
        sentence = text(
            "It is about no exercise: expected SLUG.py, or a notebook that defines a target. `grade list` "
            "shows them.",
        )
    return Oddity(claim.member.shown, OddityKind.NO_EXERCISE, sentence)


def capped(oddities: Iterable[Oddity]) -> Iterator[Oddity]:
    """Yield oddities by path; of one student at most `ROWS_OF_ONE`, and then how many more there are."""
    rows = sorted(oddities, key=lambda row: (row.path, row.kind.value, str(row.text)))
    count: Counter[str] = Counter()
    for row in rows:
        top = row.path.partition("/")[0]
        count[top] += 1
        if count[top] <= ROWS_OF_ONE:
            yield row
    for top, many in sorted(count.items()):
        if many > ROWS_OF_ONE:
            yield Oddity(
                top, OddityKind.TOO_MANY, text("{count} more rows like these.", count=many - ROWS_OF_ONE)
            )
