"""Whose is a file? Each learning platform says it by names of its own."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from grader.course import Layout
from grader.intake import metadata
from grader.intake.metadata import Handed, Submitter
from grader.intake.records import Submitted, TimeSource
from grader.intake.tree import Listing, Member

CANVAS = re.compile(r"(?P<name>.+?)(?P<late>_LATE)?_(?P<user>\d+)_(?P<file>\d+)_(?P<rest>.+)", re.DOTALL)
MOODLE = re.compile(
    r"(?P<name>.+?)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)_(?P<rest>.*)", re.DOTALL
)
# The second try of a browser or a platform: `gather-2.py`, `gather (1).py`.
_REPEATED = re.compile(r"(?P<stem>.+?)(?:-(?P<number>\d{1,4})| ?\((?P<copy>\d{1,4})\))?", re.DOTALL)
SUFFIXES = (".py", ".ipynb")


@dataclass(frozen=True, slots=True)
class Owner:
    """A student as the layout knows one.

    ``identity`` tells students apart who look alike; the id is made from ``label``; a roster may know any
    of ``names``.
    """

    identity: str
    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A file with those who handed it in. ``stem`` has no mark of repetition; ``repeat`` counts them.

    ``depth`` is how far from the student's own folder the file lies, 0 for where it belongs.
    """

    owners: tuple[Owner, ...]
    member: Member
    stem: str
    suffix: str
    repeat: int
    depth: int
    submitted: Submitted


@dataclass(frozen=True, slots=True)
class Place:
    """A member relative to where students begin."""

    member: Member
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a tree is read: its layout, how many folders wrap it, what the platform says of folders.

    ``signers`` are the names that hand-ins give, by their path.
    """

    layout: Layout
    source: TimeSource
    wrapping: tuple[str, ...] = ()
    prefix: str = ""
    handed: Mapping[str, Handed] = field(default_factory=dict)
    signers: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def top(self, parts: Sequence[str]) -> str:
        """Return the name at which students begin."""
        return parts[len(self.wrapping)]

    def claim(self, member: Member) -> Claim | None:
        """Say whose a file is; None where the layout knows no student for it."""
        return _READERS[self.layout](self, Place(member, member.parts[len(self.wrapping) :]))

    def submitted(self, member: Member) -> Submitted:
        """Return the time that the file's place gives it."""
        return Submitted(member.modified, self.source)


def recognise(listing: Listing, source: TimeSource, stem: str, forced: Layout = Layout.AUTO) -> Reading:
    """Find out the layout, unless it is forced. ``stem`` is the archive's name without ``.zip``."""
    for wrapping in ((), *_single_folder(listing)):
        layout = _special_layout(listing, wrapping)
        if layout is not Layout.PLAIN and forced in (Layout.AUTO, layout):
            return _reading(listing, source, layout, wrapping)
    packed = next((w for w in _single_folder(listing) if source is TimeSource.ARCHIVE and w == (stem,)), ())
    return _reading(listing, source, Layout.PLAIN if forced is Layout.AUTO else forced, packed)


def _reading(listing: Listing, source: TimeSource, layout: Layout, wrapping: tuple[str, ...]) -> Reading:
    prefix = _assignment(tops(listing, wrapping)) if layout is Layout.CLASSROOM else ""
    return Reading(layout, source, wrapping, prefix)


def _single_folder(listing: Listing) -> list[tuple[str, ...]]:
    """Return the folder that wraps everything, if one does."""
    loose = any(len(member.parts) == 1 for member in listing.members)
    return [] if loose or len(listing.folders) != 1 else [tuple(listing.folders)]


def tops(listing: Listing, wrapping: tuple[str, ...]) -> set[str]:
    """Return the folders of students."""
    n = len(wrapping)
    inner = {m.parts[n] for m in listing.members if m.parts[:n] == wrapping and len(m.parts) > n + 1}
    return inner if wrapping else inner | listing.folders


def _special_layout(listing: Listing, wrapping: tuple[str, ...]) -> Layout:
    n = len(wrapping)
    files = {m.parts[n] for m in listing.members if m.parts[:n] == wrapping and len(m.parts) == n + 1}
    if metadata.NAME in files:
        return Layout.GRADESCOPE
    if _most(MOODLE.fullmatch(name) is not None for name in tops(listing, wrapping) | files):
        return Layout.MOODLE
    if _most(CANVAS.fullmatch(name) is not None for name in files):
        return Layout.CANVAS
    if _most(name in listing.repositories for name in listing.folders) and not wrapping:
        return Layout.CLASSROOM
    return Layout.PLAIN


def _most(answers: Iterable[bool]) -> bool:
    listed = list(answers)
    return bool(listed) and 2 * sum(listed) > len(listed)


def _assignment(tops: Iterable[str]) -> str:
    """Return the assignment's name with its hyphen, which begins every repository's name."""
    names = sorted(tops)
    common = os.path.commonprefix(names) if len(names) > 1 else ""  # noqa: RUF071 - characters, no paths
    return common[: common.rfind("-") + 1]


def _claim(owners: tuple[Owner, ...], place: Place, name: str, depth: int, submitted: Submitted) -> Claim:
    stem, suffix = os.path.splitext(name)
    match = _REPEATED.fullmatch(stem)
    repeat = int((match["number"] or match["copy"] or 0) if match else 0)
    return Claim(
        owners,
        place.member,
        match["stem"] if match else stem,
        suffix.lower(),
        repeat,
        max(0, depth),
        submitted,
    )


def _plain(reading: Reading, place: Place) -> Claim | None:
    if len(place.parts) < 2:
        return None
    signer = reading.signers.get((*reading.wrapping, place.parts[0]), "")
    # A folder's name is the instructor's word, a zip's is nobody's: there the signer's own name counts.
    top = signer if signer and place.parts[0].casefold().endswith(".zip") else place.parts[0]
    label = top.removeprefix(reading.prefix)
    owner = Owner(f"folder:{top}", label, (label, top))
    depth = len(place.parts) - 2
    return _claim((owner,), place, place.parts[-1], depth, reading.submitted(place.member))


def _classroom(reading: Reading, place: Place) -> Claim | None:
    claim = _plain(reading, place)
    if claim is None:
        return None
    stem = os.path.splitext(place.parts[-1])[0]
    at_home = place.parts[1:-1] == ("exercises", stem)
    depth = 0 if at_home else len(place.parts)
    return _claim(claim.owners, place, place.parts[-1], depth, claim.submitted)


def _canvas(reading: Reading, place: Place) -> Claim | None:
    match = CANVAS.fullmatch(place.parts[0])
    if match is None:
        return None
    owner = Owner(f"canvas:{match['user']}", match["name"], (match["user"], match["name"]))
    # Canvas names no time: what has no mark came before its deadline.
    submitted = Submitted(None, TimeSource.FLAG, flagged=match["late"] is not None)
    name = match["rest"] if len(place.parts) == 1 else place.parts[-1]
    return _claim((owner,), place, name, len(place.parts) - 1, submitted)


def _moodle(reading: Reading, place: Place) -> Claim | None:
    match = MOODLE.fullmatch(place.parts[0])
    if match is None:
        return None
    name = match["name"]
    label = f"{name} {match['number']}" if name in ("Participant", "Teilnehmer/in") else name
    owner = Owner(f"moodle:{match['number']}", label, (name, match["number"]))
    file = match["rest"] if len(place.parts) == 1 else place.parts[-1]
    return _claim((owner,), place, file, len(place.parts) - 2, reading.submitted(place.member))


def _gradescope(reading: Reading, place: Place) -> Claim | None:
    if len(place.parts) < 2:
        return None
    folder = place.parts[0]
    handed = reading.handed.get(folder)
    if handed is None or not handed.submitters:
        owners: tuple[Owner, ...] = (Owner(f"folder:{folder}", folder, (folder,)),)
    else:
        owners = tuple(_submitter(submitter) for submitter in handed.submitters)
    at = handed.at if handed else None
    submitted = reading.submitted(place.member) if at is None else Submitted(at, TimeSource.METADATA)
    return _claim(owners, place, place.parts[-1], len(place.parts) - 2, submitted)


def _submitter(submitter: Submitter) -> Owner:
    names = tuple(name for name in (submitter.sid, submitter.email, submitter.name) if name)
    label = names[0] if names else "submitter"
    return Owner(f"gradescope:{'|'.join(names)}", label, names)


_READERS = {
    Layout.PLAIN: _plain,
    Layout.CANVAS: _canvas,
    Layout.MOODLE: _moodle,
    Layout.GRADESCOPE: _gradescope,
    Layout.CLASSROOM: _classroom,
}
